#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every fuzz program of a build for its share of the time, two at once; a finding is a failure.

Usage: smoke.py BUILD [--seconds N]. The last line is "N passed, N failed".
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile


def run(program, seconds):
    seeds = program.with_suffix(".seeds").read_text().split()
    with tempfile.TemporaryDirectory() as corpus:
        done = subprocess.run(
            [program, f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2048", "-max_len=65536",
             "-print_final_stats=1", f"-artifact_prefix={program.parent}/{program.name}-", corpus,
             *[seed for seed in seeds if os.path.isdir(seed)]],
            capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL, check=False,
            env={**os.environ, "ASAN_SYMBOLIZER_PATH": "/usr/bin/llvm-symbolizer-19"})
    return program.name, done.returncode, done.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=300, help="for all programs together")
    wanted = parser.parse_args()
    built = (seeds.with_suffix("") for seeds in wanted.build.glob("tests/fuzz/fuzz_*.seeds"))
    programs = sorted(program for program in built if program.exists())
    if not programs:
        sys.exit("no fuzz program was built")
    at_once = os.cpu_count() or 1
    each = max(5, wanted.seconds * at_once // len(programs))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        for name, status, output in pool.map(lambda program: run(program, each), programs):
            inputs = next((line.rsplit(":", 1)[1].strip() for line in output.splitlines()
                           if line.startswith("stat::number_of_executed_units")), "?")
            print(f"{name}: {'no finding' if status == 0 else 'FOUND SOMETHING'} in {each} s, {inputs} inputs")
            if status:
                failed += 1
                print(output[-6000:])
    print(f"{len(programs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
