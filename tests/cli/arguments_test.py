#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The words of the command line: help, version, usage errors, and the passphrase's ways in."""
import json
import os
import pathlib
import pty
import pwd
import select
import signal
import subprocess
import unittest

import harness
from harness import Answer, CliTest, Wallet, environment, run

COMMANDS = """init restore passphrase status person contact import records record summary export share inbox deliver
delivery sync activity verify proof ledger network demo""".split()


class ArgumentsTest(CliTest):
    def test_help_names_every_command_and_touches_no_wallet(self):
        home = self.folder / "nothing"
        process = run("--home", home, "--help")
        self.assertEqual(process.returncode, 0, process.stderr)
        text = process.stdout.decode()
        for command in COMMANDS:
            self.assertRegex(text, rf"(?m)^  {command}\b")
            self.assertEqual(run("--home", home, command, "--help").returncode, 0, command)
        self.assertFalse(home.exists())

    def test_version_touches_no_wallet(self):
        process = run("--home", self.folder / "nothing", "--version")
        self.assertEqual(process.returncode, 0)
        self.assertRegex(process.stdout.decode(), r"^keepwell-cli \d+\.\d+\.\d+\n$")

    def test_wrong_words_end_with_2_in_both_forms(self):
        for words in (["nonsense"], [], ["records", "--limit", "many"], ["records", "--kind", "nothing"],
                      ["records", "--since", "yesterday"], ["records", "--until", "2026-02-30"],
                      ["share"], ["share", "new", "--to", "A"], ["record", "1", "--format", "xml"],
                      ["init", "--name", "A", "--role", "king"], ["activity", "--export", "csv"],
                      ["init", "--role", "patient"], ["import"], ["--what"]):
            plain = run("--home", self.folder / "nothing", *words)
            self.assertEqual((plain.returncode, plain.stdout), (2, b""), words)
            self.assertTrue(plain.stderr.startswith(b"keepwell-cli: "), words)
            answer = Answer(run("--home", self.folder / "nothing", "--json", *words))
            self.assertEqual((answer.status, answer.code), (2, "usage"), words)
            self.assertEqual(set(answer.json), {"error"})
            self.assertEqual(set(answer.json["error"]), {"code", "detail"})

    def test_share_new_wants_one_selection_and_one_end(self):
        ends = ["--purpose", "TREAT", "--reason", "r"]
        for words in (["--days", "3"], ["--all", "--record", "1", "--days", "3"], ["--all", "--kind", "vital", "--days", "3"],
                      ["--all"], ["--all", "--days", "3", "--until", "2030-01-01"], ["--all", "--days", "401"],
                      ["--all", "--days", "0"], ["--record", "1", "--live", "--days", "3"],
                      ["--all", "--until", "soon"]):
            answer = Answer(run("--json", "--home", self.folder / "nothing", "share", "new", "--to", "A", *ends, *words))
            self.assertEqual((answer.status, answer.code), (2, "usage"), words)

    def test_what_later_builds_do_is_unsupported(self):
        for words in (["summary", "--format", "ips"], ["summary", "--format", "pdf"]):
            answer = Answer(run("--json", "--home", self.folder / "nothing", *words))
            self.assertEqual((answer.status, answer.code), (11, "unsupported"), words)

    def test_a_network_file_is_read_strictly(self):
        place = {"endpoint": "peer:7051", "tls_ca": "tls.pem", "msp_id": "Org1MSP"}
        good = {"kind": "fabric", "gateways": [place], "channel": "care", "contract": "keepwell"}
        for change, named in (({"gateways": []}, "ledger.gateways"), ({"channel": "a b"}, "ledger.channel"),
                              ({"gateways": [{**place, "endpoint": "peer"}]}, "ledger.gateways[0].endpoint"),
                              ({"private_key": "k"}, "ledger.certificate"), ({"chanel": "x"}, "ledger.chanel")):
            fabric = self.write("fabric.json", {"ledger": {**good, **change}, "blocks": {"kind": "folder", "path": "b"}})
            answer = Answer(run("--json", "--home", self.folder / "new", "init", "--name", "A B", "--role", "patient",
                                "--network", fabric))
            self.assertEqual((answer.status, answer.code), (3, "invalid"), change)
            self.assertIn(f'"{named}"', answer.json["error"]["detail"])
            self.assertFalse((self.folder / "new").exists())

    def test_network_join_wants_a_file_and_a_code_file(self):
        for words in ([], ["c.json"], ["--code-file", "code"], ["c.json", "code"], ["c.json", "--code", "name:secret"]):
            answer = Answer(run("--json", "--home", self.folder / "nothing", "network", "join", *words))
            self.assertEqual((answer.status, answer.code), (2, "usage"), words)

    def test_a_wrong_role_is_answered_in_words(self):
        answer = Answer(run("--json", "--home", self.folder / "new", "init", "--name", "A", "--role", "Patient"))
        self.assertEqual((answer.status, answer.code), (2, "usage"))
        self.assertRegex(answer.json["error"]["detail"], r"patient,clinician,organisation,sponsor")
        self.assertTrue(answer.json["error"]["detail"].isprintable())

    def test_without_a_home_variable_the_users_own_folder_is_meant(self):
        env = environment()
        env.pop("HOME", None)
        answer = Answer(run("--json", "--passphrase-file", self.folder / "none", "status", env=env))
        self.assertIn(answer.status, (6, 10, 4))  # whatever this user has
        if answer.status == 6:
            self.assertIn(str(pathlib.Path(pwd.getpwuid(os.getuid()).pw_dir) / ".local"), answer.json["error"]["detail"])

    def test_no_wallet_is_not_found(self):
        answer = Answer(run("--json", "--home", self.folder / "nothing", "status"))
        self.assertEqual((answer.status, answer.code), (6, "not_found"))
        self.assertFalse((self.folder / "nothing").exists())


class PassphraseTest(CliTest):
    def setUp(self):
        super().setUp()
        self.wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")

    def ask_on_terminal(self, *arguments, typed=None, signal_number=None):
        """Runs with a terminal; the status, and everything the terminal showed."""
        leader, follower = pty.openpty()
        process = subprocess.Popen([harness.PROGRAM, "--home", str(self.wallet.home), *arguments], stdin=follower,
                                   stdout=follower, stderr=follower, env=environment(), start_new_session=True)
        os.close(follower)
        shown = b""
        sent = False
        while True:
            ready, _, _ = select.select([leader], [], [], 60)
            self.assertTrue(ready, shown)
            try:
                more = os.read(leader, 4096)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            shown += more
            if b"assphrase: " in shown and not sent:
                sent = True
                if typed is not None:
                    os.write(leader, typed.encode() + b"\n")
                else:
                    process.send_signal(signal_number)
        os.close(leader)
        return process.wait(60), shown.decode()

    def test_neither_terminal_nor_file_is_a_usage_error(self):
        answer = Answer(run("--json", "--home", self.wallet.home, "status"))
        self.assertEqual((answer.status, answer.code), (2, "usage"))

    def test_typed_on_a_terminal_it_opens_and_is_not_shown(self):
        status, shown = self.ask_on_terminal("status", typed=harness.PASSPHRASE)
        self.assertEqual(status, 0, shown)
        self.assertIn("Eleanor Marsh", shown)
        self.assertNotIn(harness.PASSPHRASE, shown)

    def test_a_wrong_one_is_refused(self):
        status, _ = self.ask_on_terminal("status", typed="not the passphrase at all")
        self.assertEqual(status, 4)

    def test_ctrl_c_at_the_question_ends_with_9(self):
        status, _ = self.ask_on_terminal("status", signal_number=signal.SIGINT)
        self.assertEqual(status, 9)

    def test_a_crash_would_leave_no_image_of_memory(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        process = subprocess.Popen([harness.PROGRAM, "--home", str(self.wallet.home), "--passphrase-file", str(pipe), "status"],
                                   stdout=subprocess.DEVNULL, env=environment())
        with open(pipe, "w", encoding="utf8") as writer:  # both are here now
            limits = pathlib.Path(f"/proc/{process.pid}/limits").read_text()
            writer.write(harness.PASSPHRASE + "\n")
        self.assertEqual(process.wait(60), 0)
        self.assertRegex(limits, r"Max core file size +0 +0 ")

    def test_a_wrong_file_is_refused(self):
        wrong = self.write("wrong", "something else entirely\n")
        answer = Answer(run("--json", "--home", self.wallet.home, "--passphrase-file", wrong, "status"))
        self.assertEqual((answer.status, answer.code), (4, "wrong_key"))

    def test_only_the_first_line_of_the_file_counts(self):
        for text in (harness.PASSPHRASE, harness.PASSPHRASE + "\r\nmore", harness.PASSPHRASE + "\n\n\x00"):
            file = self.write("other", text)
            process = run("--home", self.wallet.home, "--passphrase-file", file, "status")
            self.assertEqual(process.returncode, 0, process.stderr)

    def test_a_file_without_one_is_named(self):
        for text, status in ((b"", 2), (b"\n", 2), (b"\xff\xfe oh\n", 3), (b"x" * 2000, 3)):
            file = self.write("other", text)
            answer = Answer(run("--json", "--home", self.wallet.home, "--passphrase-file", file, "status"))
            self.assertEqual(answer.status, status, text)
            self.assertIn(str(file), answer.json["error"]["detail"])
        answer = Answer(run("--json", "--home", self.wallet.home, "--passphrase-file", self.folder / "none", "status"))
        self.assertEqual(answer.status, 6)

    def test_a_file_that_others_can_read_is_warned_about(self):
        self.wallet.passphrase.chmod(0o644)
        self.assertIn("can be read by other", self.wallet.plain("status").stderr.decode())
        self.assertEqual(self.wallet.plain("--quiet", "status").stderr, b"")
        self.wallet.passphrase.chmod(0o600)
        self.assertEqual(self.wallet.plain("status").stderr, b"")

    def test_home_may_come_from_the_environment(self):
        process = run("--passphrase-file", self.wallet.passphrase, "--json", "status",
                      env=environment(KEEPWELL_HOME=str(self.wallet.home)))
        self.assertEqual(json.loads(process.stdout)["name"], "Eleanor Marsh")

    def test_a_reader_that_goes_away_is_no_failure(self):
        read, write = os.pipe()
        os.close(read)
        process = subprocess.run([harness.PROGRAM, "--home", str(self.wallet.home), "--passphrase-file",
                                  str(self.wallet.passphrase), "status"], stdout=write, stderr=subprocess.PIPE,
                                 env=environment(), check=False)
        os.close(write)
        self.assertEqual((process.returncode, process.stderr), (0, b""))

    def test_help_and_errors_too(self):
        for words, status in ((["--help"], 0), (["--version"], 0), (["--json", "nonsense"], 2)):
            read, write = os.pipe()
            os.close(read)
            process = subprocess.run([harness.PROGRAM, *words], stdout=write, stderr=subprocess.DEVNULL,
                                     env=environment(), check=False)
            os.close(write)
            self.assertEqual(process.returncode, status, words)

    def test_closed_streams_are_no_file_of_the_wallet(self):
        (self.folder / "network").rename(self.folder / "away")  # something to warn of, while files are open
        files = [file for file in self.wallet.home.iterdir() if file.name != "vault.db"]
        before = [file.read_bytes() for file in files]
        for closed, status in (([2], 0), ([0, 2], 0), ([1, 2], 7), ([0, 1, 2], 7)):  # 7: the answer cannot be written
            process = subprocess.run([harness.PROGRAM, "--home", str(self.wallet.home), "--passphrase-file",
                                      str(self.wallet.passphrase), "status"], stdout=subprocess.DEVNULL, env=environment(), check=False,
                                     preexec_fn=lambda closed=closed: [os.close(stream) for stream in closed])
            self.assertEqual(process.returncode, status, closed)
            self.assertEqual([file.read_bytes() for file in files], before, closed)

    def test_a_full_disk_under_the_answer_is_said(self):
        with open("/dev/full", "wb") as full:
            process = subprocess.run([harness.PROGRAM, "--home", str(self.wallet.home), "--passphrase-file",
                                      str(self.wallet.passphrase), "status"], stdout=full, stderr=subprocess.PIPE,
                                     env=environment(), check=False)
        self.assertEqual(process.returncode, 7)

    def test_change_and_reset(self):
        new = self.write("new", "another walk by the lake\n")
        self.assertEqual(self.wallet.ok("passphrase", "change", "--new-passphrase-file", new), {})
        self.wallet.refused("wrong_key", "status")
        self.wallet.passphrase = new
        self.wallet.ok("status")
        third = self.write("third", "the third walk, in the hills\n")
        self.assertEqual(self.wallet.ok("passphrase", "reset", "--phrase-file", self.wallet.phrase,
                                        "--new-passphrase-file", third), {})
        self.wallet.refused("wrong_key", "status")
        self.wallet.passphrase = third
        self.wallet.ok("status")

    def test_a_weak_new_one_is_refused(self):
        weak = self.write("weak", "password\n")
        self.wallet.refused("invalid", "passphrase", "change", "--new-passphrase-file", weak)
        self.wallet.ok("status")


class NewWalletTest(CliTest):
    def test_the_phrase_is_printed_once_or_written_for_the_owner_alone(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        self.assertKeys(wallet.made, "role network")
        self.assertNotIn("phrase", wallet.made)
        self.assertRegex(wallet.made["network"]["id"], r"^[0-9a-f]{64}$")
        self.assertEqual(len(wallet.phrase.read_text().split()), 12)
        self.assertEqual(wallet.phrase.stat().st_mode & 0o777, 0o600)
        printed = Answer(run("--json", "--home", self.folder / "second", "--passphrase-file", wallet.passphrase,
                             "init", "--name", "Ann", "--role", "clinician", "--unlock-cost", "low"))
        self.assertEqual(printed.status, 0)
        self.assertEqual(len(printed.json["phrase"].split()), 12)
        self.assertEqual(printed.json["role"], "clinician")
        self.assertEqual(printed.json["network"]["id"], wallet.made["network"]["id"])  # beside each other

    def test_nothing_is_overwritten(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        before = wallet.phrase.read_bytes()
        wallet.refused("conflict", "init", "--name", "B", "--role", "patient", "--phrase-file", wallet.folder / "p2")
        self.assertFalse((wallet.folder / "p2").exists())
        answer = Answer(run("--json", "--home", self.folder / "second", "--passphrase-file", wallet.passphrase, "init",
                            "--name", "B", "--role", "patient", "--phrase-file", wallet.phrase))
        self.assertEqual(answer.status, 10)
        self.assertEqual(wallet.phrase.read_bytes(), before)
        self.assertFalse((self.folder / "second").exists())

    def test_what_cannot_be_made_leaves_nothing(self):
        place = self.folder / "empty"
        place.mkdir()
        good, weak = self.write("passphrase", harness.PASSPHRASE), self.write("weak", "short")
        phrase = self.write("phrase", "abandon " * 11 + "about")
        for passphrase, name, status in ((weak, "A", 3), (good, "", 3), (good, "A\nB", 3), (good, "A" * 200, 3)):
            how = ["--json", "--home", place / "home", "--passphrase-file", passphrase]
            who = ["--name", name, "--role", "patient", "--unlock-cost", "low"]
            for command in (["init", *who, "--phrase-file", place / "words"], ["restore", *who, "--phrase-file", phrase]):
                answer = Answer(run(*how, *command))
                self.assertEqual(answer.status, status, (command, answer))
                self.assertEqual(list(place.iterdir()), [], command)
        (place / "file").write_text("a file")
        self.assertEqual(run("--home", place / "file", "--passphrase-file", good, "init", "--name", "A", "--role",
                             "patient").returncode, 7)
        self.assertEqual([file.name for file in place.iterdir()], ["file"])

    def test_a_bad_network_file_leaves_nothing(self):
        passphrase = self.write("passphrase", harness.PASSPHRASE)
        for text in ("", "[]", "{}", '{"ledger":{"kind":"embedded"},"blocks":{"kind":"folder","path":"b"}}',
                     '{"ledger":{"kind":"paper","path":"l"},"blocks":{"kind":"folder","path":"b"}}'):
            answer = Answer(run("--json", "--home", self.folder / "new", "--passphrase-file", passphrase, "init",
                                "--name", "B", "--role", "patient", "--network", self.write("n.json", text)))
            self.assertEqual(answer.status, 3, text)
            self.assertFalse((self.folder / "new").exists())

    def test_what_stood_in_the_home_stays_when_no_wallet_is_made(self):
        home = self.folder / "home"
        home.mkdir()
        network = home / "network.json"
        network.write_text(json.dumps({"ledger": {"kind": "embedded", "path": "/dev/null/ledger.db"},
                                       "blocks": {"kind": "folder", "path": str(self.folder / "blocks")}}))
        before = network.read_bytes()
        answer = Answer(run("--json", "--home", home, "--passphrase-file", self.write("passphrase", harness.PASSPHRASE),
                            "init", "--name", "B", "--role", "patient", "--unlock-cost", "low", "--network", network))
        self.assertEqual(answer.status, 7, answer)
        self.assertEqual([file.name for file in home.iterdir()], ["network.json"])
        self.assertEqual(network.read_bytes(), before)

    def test_everything_is_for_the_owner_alone(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        self.assertEqual(wallet.home.stat().st_mode & 0o777, 0o700)
        for file in wallet.home.rglob("*"):
            self.assertEqual(file.stat().st_mode & 0o077, 0, file)
        network = wallet.home.parent / "network"
        for folder in (network, network / "blocks"):
            self.assertEqual(folder.stat().st_mode & 0o777, 0o700, folder)
        names = {file.name for file in wallet.home.iterdir()}
        self.assertLessEqual(names, {"vault.head", "vault.db", "vault.db-wal", "vault.db-shm", "lock", "network.json"})

    def test_a_wallet_without_its_header_is_damaged(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        network = (wallet.home / "network.json").read_bytes()
        (wallet.home / "vault.head").rename(self.folder / "head")
        wallet.refused("tampered", "status")
        wallet.refused("conflict", "init", "--name", "A", "--role", "patient", "--unlock-cost", "low")
        self.assertEqual((wallet.home / "network.json").read_bytes(), network)
        (self.folder / "head").rename(wallet.home / "vault.head")
        wallet.ok("status")

    @unittest.skipIf(os.geteuid() == 0, "permissions do not bind this user")
    def test_a_home_that_may_not_be_entered_is_not_an_empty_one(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        wallet.home.chmod(0)
        wallet.refused("unavailable", "status")
        wallet.refused("unavailable", "init", "--name", "A", "--role", "patient", "--unlock-cost", "low")
        wallet.home.chmod(0o700)
        wallet.ok("status")

    def test_a_changed_database_is_said_in_one_line(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        data = bytearray((wallet.home / "vault.db").read_bytes())
        data[100] ^= 1
        (wallet.home / "vault.db").write_bytes(data)
        answer = wallet.refused("tampered", "status")
        self.assertEqual(len(answer.stderr.splitlines()), 1, answer)


if __name__ == "__main__":
    harness.main()
