# SPDX-License-Identifier: Apache-2.0
"""Catching a wallet up with a channel of 10,000 blocks, one entry each, as two organisations show them. The blocks are
made by tests/vectors/fabric, without any code of Keepwell, and are as large as real ones with two endorsements."""
import pathlib
import subprocess
import sys

from measuring import Line

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "vectors" / "fabric"))
import channel  # noqa: E402
import world  # noqa: E402

BLOCKS = 10_000


def write_channel(file, blocks):
    maker = channel.Maker(channel.config({"Orderer": world.ORDERERS.msp()}), channel.by(channel.ONE))
    anna = world.Person("anna", maker.network)

    def write(block):
        for part in (block.whole(), block.head_only()):
            out.write(len(part).to_bytes(4, "big") + part)
    with open(file, "wb") as out:
        out.write(maker.genesis)
        write(maker.blocks[0])
        for number in range(1, blocks):
            envelope = anna.envelope(world.ANCHOR, [world.named(str(number))], world.T0 + number)
            anna.accepted(envelope[0])
            transaction = maker.submit(envelope, world.ANCHOR, world.T0 + number, rwset=bytes(900))
            maker.blocks = [maker.append([transaction])]
            write(maker.blocks[-1])


def measure(build, folder, wanted):
    write_channel(folder / "channel", BLOCKS)
    done = subprocess.run([build / "tests/bench/bench_mirror", folder / "channel", folder / "mirror.db"], check=True,
                          capture_output=True, text=True)
    told = {words[0]: [float(word) for word in words[1:]] for words in map(str.split, done.stdout.splitlines())}
    entries, blocks = told["entries"][0], told["blocks"][0]
    wall, cpu = told["whole"]
    yield Line(f"{blocks:.0f} blocks verified and replayed, wall", wall, "s", note=f"cpu {cpu:.2f} s")
    yield Line("entries verified", entries / wall, "/s")
    yield Line("bytes of whole blocks", told["whole_bytes"][0] / 2**20, "MiB",
               note=f"{told['whole_bytes'][0] / blocks:.0f} a block")
    yield Line("held against a second organisation, wall", told["words"][0], "s", note=f"cpu {told['words'][1]:.2f} s")
    yield Line("bytes for that", told["word_bytes"][0] / 2**20, "MiB", note=f"{told['word_bytes'][0] / blocks:.0f} a block")
    yield Line("with nothing new, wall", told["nothing_new"][0] * 1000, "ms")
    yield Line("the mirror opened again, wall", told["open_again"][0], "s", note=f"cpu {told['open_again'][1]:.2f} s")
    yield Line("peak memory above the start", told["rss_kib"][0] / 1024, "MiB")
