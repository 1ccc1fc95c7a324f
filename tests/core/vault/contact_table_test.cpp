// SPDX-License-Identifier: Apache-2.0
#include "core/vault/contact_table.hpp"
#include "core/vault/hello_table.hpp"
#include "core/vault/hot_key_table.hpp"
#include "core/vault/invite_table.hpp"
#include "core/vault/relation_table.hpp"
#include "core/vault/setting_table.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::test;
using namespace keepwell::vault;

namespace {

ContactRow contactOf(std::uint8_t fill, std::string name)
{
    return {.id = 0,
            .relation = fill,
            .name = std::move(name),
            .role = identity::Role::Clinician,
            .sign = id<contract::PublicKey>(fill),
            .enc = id<contract::SealingPublicKey>(fill),
            .words = "six words",
            .custodian = "",
            .checked = false,
            .blocked = false,
            .keyChanged = false,
            .removed = false,
            .person = std::nullopt,
            .since = at(100)};
}

} // namespace

class ContactTableTest : public QObject
{
    Q_OBJECT

private slots:
    void contact_comesBackWhole()
    {
        TestDatabase fresh;
        ContactTable contacts{fresh.database};
        const auto added = contacts.add(contactOf(1, "Dr Ana"));
        QVERIFY(added);
        QVERIFY(contacts.setPerson(*added, PersonId{3}));
        const auto row = *contacts.get(*added);
        QCOMPARE(row.name, "Dr Ana");
        QVERIFY(row.role == identity::Role::Clinician);
        QVERIFY(row.sign == id<contract::PublicKey>(1));
        QVERIFY(row.enc == id<contract::SealingPublicKey>(1));
        QCOMPARE(row.relation, 1U);
        QCOMPARE(row.words, "six words");
        QVERIFY(!row.checked && !row.blocked && !row.keyChanged && !row.removed);
        QVERIFY(row.person == PersonId{3});
        QVERIFY(row.since == at(100));
        QCOMPARE(contacts.get(99).error().code, ErrorCode::NotFound);
        QCOMPARE(contacts.setName(99, "x").error().code, ErrorCode::NotFound);
    }

    void contact_ofTheSameKeyIsAConflict()
    {
        TestDatabase fresh;
        ContactTable contacts{fresh.database};
        QVERIFY(contacts.add(contactOf(1, "Dr Ana")));
        QCOMPARE(contacts.add(contactOf(1, "Dr Eve")).error().code, ErrorCode::Conflict);
        QCOMPARE(*contacts.count(), 1);
    }

    void contact_withOtherKeysMustBeCheckedAgain()
    {
        TestDatabase fresh;
        ContactTable contacts{fresh.database};
        vault::ContactRow changed = contactOf(1, "Dr Ana");
        changed.keyChanged = true;
        const auto added = *contacts.add(changed);
        QVERIFY(contacts.setChecked(added, false));
        QVERIFY(contacts.get(added)->keyChanged);
        QVERIFY(contacts.setChecked(added, true));
        QVERIFY(!contacts.get(added)->keyChanged);
    }

    void contact_removedIsNotListedButKeepsItsName()
    {
        TestDatabase fresh;
        ContactTable contacts{fresh.database};
        const auto added = *contacts.add(contactOf(1, "Dr Ana"));
        QVERIFY(contacts.add(contactOf(2, "Bo")));
        QCOMPARE(contacts.all()->front().name, "Bo");
        QVERIFY(contacts.setRemoved(added));
        QCOMPARE(contacts.all()->size(), 1U);
        QCOMPARE((*contacts.bySignKey(id<contract::PublicKey>(1)))->name, "Dr Ana");
    }

    void invite_isAnsweredOnce()
    {
        TestDatabase fresh;
        ContactTable contacts{fresh.database};
        InviteTable invites{fresh.database};
        const InviteRow invite{.relation = 4,
                               .sign = id<contract::PublicKey>(4),
                               .bytes = Bytes(3, std::byte{1}),
                               .made = at(1),
                               .expires = at(2),
                               .state = InviteState::Open,
                               .contact = std::nullopt};
        QVERIFY(invites.add(invite));
        const auto contact = *contacts.add(contactOf(1, "Dr Ana"));
        QVERIFY(invites.use(4, contact));
        QCOMPARE(invites.use(4, contact).error().code, ErrorCode::Conflict);
        const auto row = **invites.bySignKey(id<contract::PublicKey>(4));
        QVERIFY(row.state == InviteState::Used && row.contact == contact);
        QVERIFY(row.bytes == invite.bytes && row.expires == at(2));
        QVERIFY(!*invites.bySignKey(id<contract::PublicKey>(5)));
    }

    void hello_isRememberedOnce()
    {
        TestDatabase fresh;
        HelloTable hellos{fresh.database};
        const HelloRow hello{.delivery = id<contract::DeliveryId>(3),
                             .relation = 4,
                             .name = "Bo",
                             .role = identity::Role::Patient,
                             .sign = id<contract::PublicKey>(5),
                             .enc = id<contract::SealingPublicKey>(6),
                             .outcome = HelloOutcome::Late,
                             .time = at(7)};
        QVERIFY(hellos.add(hello));
        QCOMPARE(hellos.add(hello).error().code, ErrorCode::Conflict);
        QVERIFY(*hellos.has(hello.delivery));
        QVERIFY(!*hellos.has(id<contract::DeliveryId>(4)));
        const auto row = hellos.all()->at(0);
        QVERIFY(row.outcome == HelloOutcome::Late && row.name == "Bo" && row.time == at(7));
        QVERIFY(row.sign == hello.sign && row.enc == hello.enc && row.relation == 4);
    }

    void relation_numberIsNeverUsedTwice()
    {
        TestDatabase fresh;
        HotKeyTable keys{fresh.database};
        RelationTable relations{fresh.database};
        QVERIFY(keys.add(0, crypto::HotKey::random()));
        QCOMPARE(*relations.nextIndex(), 0U);
        const RelationRow first{.i = 0,
                                .n = 0,
                                .e = 0,
                                .sign = id<contract::PublicKey>(1),
                                .enc = id<contract::SealingPublicKey>(1),
                                .made = at(5)};
        QVERIFY(relations.add(first));
        QCOMPARE(relations.add(first).error().code, ErrorCode::Conflict);
        QCOMPARE(*relations.nextIndex(), 1U);
        RelationRow second = first;
        second.n = 1;
        second.sign = id<contract::PublicKey>(2);
        second.enc = id<contract::SealingPublicKey>(2);
        QVERIFY(relations.add(second));
        QCOMPARE(*relations.nextIndex(), 1U);
        QCOMPARE(relations.current(0)->n, 1U);
        QCOMPARE((*relations.bySignKey(first.sign))->n, 0U);
        QCOMPARE(relations.all()->size(), 2U);
        QCOMPARE(relations.current(7).error().code, ErrorCode::NotFound);
    }

    void hotKey_comesBack()
    {
        TestDatabase fresh;
        HotKeyTable keys{fresh.database};
        QCOMPARE(keys.current().error().code, ErrorCode::Tampered);
        const auto key = crypto::HotKey::random();
        QVERIFY(keys.add(0, crypto::HotKey::random()));
        QVERIFY(keys.add(1, key));
        const auto current = keys.current();
        QVERIFY(current && current->e == 1);
        QVERIFY(std::ranges::equal(current->key.expose(), key.expose()));
        QVERIFY(!std::ranges::equal(keys.at(0)->expose(), key.expose()));
        QCOMPARE(keys.at(2).error().code, ErrorCode::NotFound);
    }

    void setting_keepsItsType()
    {
        TestDatabase fresh;
        SettingTable settings{fresh.database};
        QVERIFY(!*settings.text("ui.language"));
        QVERIFY(settings.setText("ui.language", "de"));
        QVERIFY(settings.setNumber("ui.minutes", 5));
        QVERIFY(settings.setBytes("network.id", bytes32(7)));
        QVERIFY(settings.setText("ui.language", ""));
        QVERIFY(settings.text("ui.language")->has_value());
        QCOMPARE(**settings.text("ui.language"), "");
        QCOMPARE(**settings.number("ui.minutes"), 5);
        QVERIFY(**settings.bytes("network.id") == copyOf(bytes32(7)));
        QVERIFY(settings.remove("ui.minutes"));
        QVERIFY(!*settings.number("ui.minutes"));
    }
};

QTEST_APPLESS_MAIN(ContactTableTest)
#include "contact_table_test.moc"
