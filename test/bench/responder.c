/*
 * A machine that is faster than every host: it checks number and checksum of every line as Marlin does, and answers ok.
 * The measured cost is therefore the host's own.
 *
 *   responder [--ports N] [--latency-us U] [--buffers N] [--baud B] [--period-us P] [--warmup N]
 *
 *   --latency-us  each ok comes this long after its line; lines in the buffers wait in parallel
 *   --buffers     lines that it accepts before it has answered them
 *   --baud        the time of both directions on a wire with ten bits for each byte
 *   --period-us   executes one numbered line in each period, separately for each port
 *   --warmup      first lines of each port that are taken but not measured
 *
 * First line of stdout: {"ports":[...]}. When stdin ends: one report {"ports":[...],...}, then it exits.
 * Times are nanoseconds of CLOCK_MONOTONIC, which is process.hrtime's clock too.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define MOST_PORTS 64
#define INPUT 8192
#define QUEUE 64
#define ANSWER 224
#define GAPS (1 << 20)
#define SECOND 1000000000LL

typedef int64_t ns;

struct answer {
  ns due;
  int length, counts;
  char text[ANSWER];
};

struct port {
  int master, slave;
  char input[INPUT];
  int used;
  struct answer queue[QUEUE];
  int head, waiting;
  long last;
  ns wire_free, back_free, last_due, ok_at, first, end;
  long accepted, refused, bytes;
};

static struct port ports[MOST_PORTS];
static int port_count = 1, buffers = QUEUE;
static long warmup;
static ns latency, period;
static double byte_ns;
static uint32_t *gaps;
static long gap_count;

static ns now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * SECOND + t.tv_nsec;
}

static void open_port(struct port *p) {
  struct termios raw;
  p->master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
  if (p->master < 0 || grantpt(p->master) || unlockpt(p->master)) exit(1);
  /* Held open, so that the pair survives the moment between two hosts. */
  p->slave = open(ptsname(p->master), O_RDWR | O_NOCTTY);
  if (p->slave < 0) exit(1);
  tcgetattr(p->slave, &raw);
  cfmakeraw(&raw);
  tcsetattr(p->slave, TCSANOW, &raw);
}

/* When an answer to a line of `length` bytes that was read at `now` begins to leave. */
static ns due_at(struct port *p, int length, ns now, int executes) {
  ns due = now;
  if (byte_ns > 0) {
    if (p->wire_free < now) p->wire_free = now;
    due = p->wire_free += (ns)(length * byte_ns);
  }
  due += latency;
  if (period && executes) {
    ns phase = period * (p - ports) / port_count;
    due = (due - phase + period - 1) / period * period + phase;
    if (due <= p->last_due) due = p->last_due + period;
    p->last_due = due;
  }
  return due;
}

static void answer(struct port *p, int length, ns now, const char *text, int counts) {
  struct answer *a = &p->queue[(p->head + p->waiting++) % QUEUE];
  a->length = snprintf(a->text, ANSWER, "%s", text);
  a->counts = counts;
  a->due = due_at(p, length, now, counts);
  if (byte_ns > 0) {
    if (p->back_free < a->due) p->back_free = a->due;
    a->due = p->back_free += (ns)(a->length * byte_ns);
  }
}

/* The checksum behind the asterisk is right. */
static int checks(const char *line, int length) {
  unsigned char sum = 0;
  for (int i = 0; i < length; i++) {
    if (line[i] == '*') return atoi(line + i + 1) == sum;
    sum ^= (unsigned char)line[i];
  }
  return 0;
}

static void refuse(struct port *p, int length, ns now, const char *why) {
  char text[ANSWER];
  snprintf(text, ANSWER, "Error:%s, Last Line: %ld\nResend: %ld\nok\n", why, p->last, p->last + 1);
  p->refused++;
  answer(p, length, now, text, 0);
}

static void note_line(struct port *p, int length, ns now) {
  if (++p->accepted <= warmup) return;
  if (!p->first) p->first = now;
  p->bytes += length;
}

static void on_line(struct port *p, const char *line, int length, ns now) {
  const char *command = line;
  int counts = 0;
  if (p->ok_at && p->accepted >= warmup && gap_count < GAPS) gaps[gap_count++] = (uint32_t)((now - p->ok_at) / 1000);
  p->ok_at = 0;
  if (line[0] == 'N') {
    char *behind;
    long number = strtol(line + 1, &behind, 10);
    while (*behind == ' ') behind++;
    command = behind;
    int sets = strncmp(command, "M110", 4) == 0;
    if (!checks(line, length)) return refuse(p, length, now, "checksum mismatch");
    if (!sets && number != p->last + 1)
      return refuse(p, length, now, "Line Number is not Last Line Number+1");
    p->last = number;
    counts = !sets;
    if (counts) note_line(p, length, now);
  }
  if (strncmp(command, "M105", 4) == 0)
    answer(p, length, now, "ok T:20.00 /0.00 B:20.00 /0.00 @:0 B@:0\n", counts);
  else if (strncmp(command, "M115", 4) == 0)
    answer(p, length, now, "FIRMWARE_NAME:Marlin bench\nCap:EMERGENCY_PARSER:1\nok\n", counts);
  else
    answer(p, length, now, "ok\n", counts);
}

static void take_lines(struct port *p, ns now) {
  int start = 0;
  while (p->waiting < buffers) {
    char *end = memchr(p->input + start, '\n', p->used - start);
    if (!end) break;
    int length = (int)(end - p->input) - start + 1;
    *end = 0;
    if (length > 1) on_line(p, p->input + start, length, now);
    start += length;
  }
  memmove(p->input, p->input + start, p->used -= start);
}

/* Writes the answers that are due, all in one piece. */
static void give_answers(struct port *p, ns now) {
  char out[QUEUE * ANSWER];
  int length = 0;
  while (p->waiting && p->queue[p->head].due <= now) {
    struct answer *a = &p->queue[p->head];
    memcpy(out + length, a->text, a->length);
    length += a->length;
    if (a->counts) p->end = now;
    p->head = (p->head + 1) % QUEUE;
    p->waiting--;
  }
  if (!length) return;
  p->ok_at = now;
  for (int at = 0; at < length;) {
    ssize_t n = write(p->master, out + at, length - at);
    if (n > 0) at += n;
  }
}

static void serve(struct port *p, int readable) {
  if (readable) {
    ssize_t n = read(p->master, p->input + p->used, INPUT - 1 - p->used);
    if (n > 0) p->used += n;
  }
  ns now = now_ns();
  if (p->used && p->waiting < buffers) take_lines(p, now);
  give_answers(p, now);
}

static int by_size(const void *a, const void *b) {
  return (*(const uint32_t *)a > *(const uint32_t *)b) - (*(const uint32_t *)a < *(const uint32_t *)b);
}

static void report(void) {
  qsort(gaps, gap_count, sizeof *gaps, by_size);
  printf("{\"gapUs\":{\"p50\":%u,\"p99\":%u,\"most\":%u},\"ports\":[", gap_count ? gaps[gap_count / 2] : 0,
         gap_count ? gaps[gap_count * 99 / 100] : 0, gap_count ? gaps[gap_count - 1] : 0);
  for (int i = 0; i < port_count; i++) {
    struct port *p = &ports[i];
    printf("%s{\"accepted\":%ld,\"measured\":%ld,\"refused\":%ld,\"bytes\":%ld,\"firstNs\":%lld,\"lastOkNs\":%lld}", i ? "," : "",
           p->accepted, p->accepted > warmup ? p->accepted - warmup : 0, p->refused, p->bytes, (long long)p->first, (long long)p->end);
  }
  printf("]}\n");
  fflush(stdout);
  exit(0);
}

static void read_options(int argc, char **argv) {
  for (int i = 1; i + 1 < argc; i += 2) {
    long value = atol(argv[i + 1]);
    if (!strcmp(argv[i], "--ports") && value > 0 && value <= MOST_PORTS) port_count = value;
    else if (!strcmp(argv[i], "--latency-us")) latency = value * 1000;
    else if (!strcmp(argv[i], "--buffers") && value > 0 && value <= QUEUE) buffers = value;
    else if (!strcmp(argv[i], "--baud") && value > 0) byte_ns = 10.0 * SECOND / value;
    else if (!strcmp(argv[i], "--warmup")) warmup = value;
    else if (!strcmp(argv[i], "--period-us")) period = value * 1000;
    else exit(2);
  }
}

/* Sleeps until a port has bytes, an answer is due, or stdin has ended. */
static void wait_and_serve(struct pollfd *fds) {
  ns next = INT64_MAX, now = now_ns();
  for (int i = 0; i < port_count; i++) {
    struct port *p = &ports[i];
    fds[i].events = p->waiting < buffers ? POLLIN : 0;
    if (p->waiting && p->queue[p->head].due < next) next = p->queue[p->head].due;
  }
  ns left = next > now ? next - now : 0;
  struct timespec timeout = {left / SECOND, left % SECOND};
  ppoll(fds, port_count + 1, next == INT64_MAX ? NULL : &timeout, NULL);
  for (int i = 0; i < port_count; i++)
    if (ports[i].waiting || (fds[i].revents & POLLIN)) serve(&ports[i], fds[i].revents & POLLIN);
}

int main(int argc, char **argv) {
  struct pollfd fds[MOST_PORTS + 1];
  read_options(argc, argv);
  gaps = malloc(GAPS * sizeof *gaps);
  prctl(PR_SET_TIMERSLACK, 1);
  /* A board with a given time keeps it under any other load of this computer; where that is not allowed, it tries. */
  if (latency || period || byte_ns > 0) sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){1});
  printf("{\"ports\":[");
  for (int i = 0; i < port_count; i++) {
    open_port(&ports[i]);
    fds[i] = (struct pollfd){ports[i].master, POLLIN, 0};
    printf("%s\"%s\"", i ? "," : "", ptsname(ports[i].master));
  }
  printf("]}\n");
  fflush(stdout);
  fds[port_count] = (struct pollfd){STDIN_FILENO, POLLIN, 0};
  for (;;) {
    fds[port_count].revents = 0;
    wait_and_serve(fds);
    if (fds[port_count].revents) report();
  }
}
