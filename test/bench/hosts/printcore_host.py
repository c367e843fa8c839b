"""Printrun's printcore, measured as the other hosts are: lines acknowledged and its own CPU, after a warm-up."""

import json
import sys
import time

from printrun import gcoder
from printrun.printcore import printcore

config = json.loads(sys.argv[1])
with open(config["file"]) as file:
    gcode = gcoder.LightGCode([line.strip() for line in file])
core = printcore(config["ports"][0], config["baudRate"])
while not core.online:
    time.sleep(0.05)
core.startprint(gcode)
while core.queueindex < config["warmup"]:
    time.sleep(0.01)
lines, at, cpu = core.queueindex, time.monotonic(), time.process_time()
# Before its last lines: its count begins again when it is done.
while core.printing and core.queueindex < config["lines"] - 100:
    time.sleep(0.02)
print(json.dumps({
    "lines": core.queueindex - lines,
    "seconds": time.monotonic() - at,
    "cpuSeconds": time.process_time() - cpu,
}), flush=True)
core.cancelprint()
core.disconnect()
