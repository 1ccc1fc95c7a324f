#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmarks of a build, each beside its peer in the same run, and prints ratios.

Usage: run.py BUILD [--runs N] [--size MIB] [NAME ...]. A benchmark is a module beside this file,
bench_NAME.py, with a function measure(build, folder, wanted) that yields Lines. CPU time is user and
system time of the whole process tree; figures are medians.
"""
import argparse
import importlib
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", type=int, default=1024, help="MiB of the large object")
    wanted = parser.parse_intermixed_args()
    found = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    missed = 0
    for name in wanted.names or found:
        if name not in found:
            sys.exit(f"no benchmark {name}; there are: {', '.join(found)}")
        print(f"== {name}", flush=True)
        folder = pathlib.Path(tempfile.mkdtemp(prefix="keepwell-bench-"))
        try:
            for line in importlib.import_module(f"bench_{name}").measure(wanted.build.resolve(), folder, wanted):
                print(line, flush=True)
                missed += line.is_missed
        finally:
            shutil.rmtree(folder)
    print(f"{missed} goal(s) missed")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
