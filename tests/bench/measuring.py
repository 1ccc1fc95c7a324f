# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks share: running a command, medians, and the line a figure is printed on."""
import dataclasses
import os
import statistics
import subprocess
import time


@dataclasses.dataclass
class Cost:
    cpu: float   # seconds, user and system
    wall: float  # seconds
    rss: float   # MiB, peak


def run(*command):
    """One process, measured by wait4(). Its peak memory is the greater of its own and, as Linux counts
    across exec, of this small interpreter."""
    started = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024)


def total(*costs):
    """One cost after the other."""
    return Cost(sum(c.cpu for c in costs), sum(c.wall for c in costs), max(c.rss for c in costs))


def median(costs):
    return Cost(*(statistics.median(getattr(c, field.name) for c in costs)
                  for field in dataclasses.fields(Cost)))


@dataclasses.dataclass
class Line:
    what: str
    value: float
    unit: str
    goal: float | None = None  # at most
    note: str = ""

    @property
    def is_missed(self):
        return self.goal is not None and self.value > self.goal

    def __str__(self):
        goal = "" if self.goal is None else f"  goal <= {self.goal:g}: {'MISSED' if self.is_missed else 'met'}"
        return f"{self.what:<44} {self.value:8.2f} {self.unit}{goal}{'  ' + self.note if self.note else ''}"
