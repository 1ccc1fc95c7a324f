# SPDX-License-Identifier: Apache-2.0
"""Importing Synthea Bundles, searching and listing, beside the same program on an unkeyed database."""
import json
import pathlib
import statistics
import subprocess

from measuring import Line, median, run

SHARED = pathlib.Path(__file__).resolve().parents[2].parent / "shared/data/fhir"
WANTED = 100_000


def write_bundles(folder):
    """Copies of the shared Synthea Bundles until there are enough records, each with ids of its own."""
    folder.mkdir()
    sources = sorted(SHARED.glob("synthea-*/*.json"))
    if not sources:
        raise SystemExit("no shared Synthea data beside the repository: nothing to import")
    count = copy = 0
    while count < WANTED:
        for source in sources:
            text = source.read_text()
            if copy:
                text = text.replace('"id": "', f'"id": "c{copy}-').replace('"id":"', f'"id":"c{copy}-')
            (folder / f"{copy:03}-{source.name}").write_text(text)
            count += len(json.loads(text).get("entry", []))
            if count >= WANTED:
                break
        copy += 1


def asked(program, mode, database):
    answer = subprocess.run([program, "query", mode, database], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def measure(build, folder, wanted):
    program = build / "tests/bench/bench_records"
    bundles = folder / "bundles"
    write_bundles(bundles)
    cost = {"keyed": [], "plain": []}
    for number in range(max(wanted.runs // 2, 1)):
        for mode in cost:
            cost[mode].append(run(program, "import", mode, folder / f"{mode}-{number}.db", bundles))
    ours, peer = median(cost["keyed"]), median(cost["plain"])
    answers = {mode: [asked(program, mode, folder / f"{mode}-0.db") for _ in range(3)] for mode in cost}
    count = answers["keyed"][0]["records"]

    def figure(mode, name):
        return statistics.median(answer[name] for answer in answers[mode])

    yield Line(f"import of {count} records, cpu", ours.cpu, "s", 15, f"wall {ours.wall:.1f} s")
    yield Line("the same, unkeyed, cpu", peer.cpu, "s", note=f"wall {peer.wall:.1f} s")
    yield Line("time against unkeyed (0.6x the records/s)", ours.cpu / peer.cpu, "x", 1 / 0.6)
    yield Line("peak memory while importing", ours.rss, "MiB")
    yield Line("two-word search p99 against unkeyed", figure("keyed", "two_words_p99_us")
               / figure("plain", "two_words_p99_us"), "x", 1.2,
               f"{figure('keyed', 'two_words_p99_us'):.0f} us")
    yield Line("as-you-type prefix p99", figure("keyed", "prefix_p99_us") / 1000, "ms", 5)
    yield Line("list page of 100 against a covering index", figure("keyed", "page_p50_us")
               / figure("keyed", "covering_p50_us"), "x", 2, f"{figure('keyed', 'page_p50_us'):.0f} us")
