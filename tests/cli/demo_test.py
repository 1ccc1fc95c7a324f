#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`demo DIR`: two wallets that have something to show."""
import harness
from harness import Answer, CliTest, run


class DemoTest(CliTest):
    def ask(self, home, *arguments):
        answer = Answer(run("--json", "--home", home, "--passphrase-file", self.demo["passphrase"], *arguments))
        self.assertEqual(answer.status, 0, f"{arguments}: {answer}")
        return answer.json

    def test_both_wallets_have_something_to_show(self):
        place = self.folder / "demo"
        answer = Answer(run("--json", "demo", place, timeout=300))
        self.assertEqual(answer.status, 0, answer)
        self.demo = answer.json
        self.assertEqual(self.demo, {name: str(place / name) for name in ("patient", "clinician", "passphrase")})
        self.assertEqual({file.name for file in place.iterdir()}, {"patient", "clinician", "passphrase", "network"})

        status = self.ask(place / "patient", "status")
        self.assertEqual((status["name"], status["role"], status["outbox"]), ("Eleanor Marsh", "patient", 0))
        self.assertGreaterEqual(status["records"], 90)
        self.assertEqual(self.ask(place / "clinician", "status")["name"], "Dr Amara Okafor")

        summary = self.ask(place / "patient", "summary")
        for part in ("allergies", "medications", "conditions", "immunizations", "results"):
            self.assertTrue(summary[part], part)
        contacts = self.ask(place / "patient", "contact", "list")
        self.assertIn(("Dr Amara Okafor", True), [(row["name"], row["checked"]) for row in contacts])
        states = {row["state"] for row in self.ask(place / "patient", "share", "list")}
        self.assertLessEqual({"active", "revoked"}, states)
        rows = self.ask(place / "patient", "activity")
        self.assertLessEqual({"shared", "opened", "refused", "revoked", "filed", "imported"}, {row["kind"] for row in rows})
        self.assertEqual({row["proof"] for row in rows if row["kind"] == "opened"}, {"proven"})
        self.assertEqual([row["state"] for row in self.ask(place / "patient", "delivery", "list")], ["filed"])
        self.assertTrue([row for row in self.ask(place / "clinician", "inbox") if row["new"]])
        self.assertEqual(self.ask(place / "patient", "verify")["problems"], [])

        again = Answer(run("--json", "demo", place))
        self.assertEqual((again.status, again.code), (10, "conflict"))
        self.assertTrue((place / "patient").exists())


if __name__ == "__main__":
    harness.main()
