"""Parses a file with Printrun's gcoder, as pronsole and pronterface do on load, and says what that took."""

import json
import logging
import resource
import sys
import time

logging.disable(logging.CRITICAL)
from printrun import gcoder

with open(sys.argv[1], encoding="utf-8") as file:
    before, cpu_before = time.perf_counter(), time.process_time()
    lines = len(gcoder.GCode(file).lines)
    figures = {
        "lines": lines,
        "seconds": time.perf_counter() - before,
        "cpuSeconds": time.process_time() - cpu_before,
        "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
print(json.dumps(figures))
