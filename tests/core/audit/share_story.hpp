// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/proof_entries.hpp"
#include "core/contract/commitments.hpp"
#include "core/crypto/hash.hpp"
#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/records/anchor_batch.hpp"
#include "core/sharing/key_parts.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/shared_object.hpp"
#include "core/sharing/shared_object_writer.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>

/// A share from grant to opening on a real embedded ledger, for the tests of proofs and of the
/// share's cryptography. Throws where a step that must work does not.
namespace keepwell::test {

class SettableClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    void advance(std::chrono::seconds by) { m_now += by; }

private:
    Instant m_now = contract::instantOf(1'790'000'000);
};

template <class T>
T must(std::expected<T, Error> result)
{
    if (!result) {
        throw std::runtime_error{result.error().detail};
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

template <class T>
T must(std::expected<T, contract::Failure> result)
{
    if (!result) {
        throw std::runtime_error{result.error().error.detail};
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

inline Bytes32 randomBytes32()
{
    Bytes32 bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

/// One key on the ledger: signs the next envelope each time.
class Signer
{
public:
    Signer(ledger::Ledger &ledger, const Clock &clock) : m_ledger{ledger}, m_clock{clock} {}

    const contract::PublicKey &publicKey() const { return m_key.publicKey(); }
    const crypto::SigningKey &key() const { return m_key; }

    contract::Verdict<ledger::Entry> trySubmit(contract::Body body)
    {
        const contract::NetworkId network = m_ledger.info().network;
        const contract::Payload payload{.network = network,
                                        .key = publicKey(),
                                        .seq = m_seq + 1,
                                        .previous
                                        = m_seq == 0 ? contract::TxId{network.bytes()} : m_previous,
                                        .notAfter = m_clock.now() + std::chrono::seconds{1800},
                                        .seen = {},
                                        .body = std::move(body)};
        const auto transaction = contract::Transaction::sign(payload, m_key);
        auto entry = m_ledger.submit(transaction.envelope());
        if (entry) {
            ++m_seq;
            m_previous = transaction.id();
        }
        return entry;
    }
    ledger::Entry submit(contract::Body body) { return must(trySubmit(std::move(body))); }

private:
    ledger::Ledger &m_ledger;
    const Clock &m_clock;
    crypto::SigningKey m_key = crypto::SigningKey::random();
    std::uint32_t m_seq = 0;
    contract::TxId m_previous;
};

/// Records of a made-up patient: `anchored` in one batch of the self key, then `loose` ones.
std::vector<sharing::SharedRecord> someRecords(std::size_t anchored, std::size_t loose,
                                               Signer &self);

/// Patient and clinician on one network. Each step of a share is one method.
class ShareStory
{
public:
    explicit ShareStory(const std::filesystem::path &folder);

    ledger::EmbeddedLedger &ledger() { return *m_ledger; }
    const std::filesystem::path &ledgerFile() const { return m_file; }
    contract::NetworkId network() const { return m_ledger->info().network; }

    /// Seals and stores the object; gives its reference without the key.
    using Store = std::function<Bytes(ByteView object, const crypto::ObjectKey &key)>;

    /// Signs the object of `epoch` and commits its grant (epoch 1) or update.
    void share(const std::vector<sharing::SharedRecord> &records, std::uint32_t epoch = 1,
               const Store &store = {});

    void deposit(std::uint32_t epoch = 1);

    /// The committed request, granted or refused.
    ledger::Entry request(Signer &by, std::uint32_t epoch = 1);

    sharing::ExpectedHead expected(std::uint32_t epoch = 1) const;

    /// The object as its recipient checks it.
    Result<sharing::SharedObject> check(const sharing::OnRecord &onRecord = {},
                                        std::uint32_t epoch = 1) const;

    SettableClock clock;

private:
    std::filesystem::path m_file;
    std::unique_ptr<ledger::EmbeddedLedger> m_ledger;

public:
    Signer self;
    Signer patient;
    Signer clinician;
    crypto::SealingKey clinicianSealing = crypto::SealingKey::random();
    contract::GrantId grant{randomBytes32()};
    contract::Terms terms;
    Bytes32 blind{};
    Bytes object;
    Bytes sealedNotice;
    crypto::ReleasePart release = crypto::ReleasePart::random();
    crypto::ObjectKey objectKey = crypto::ObjectKey::random();
    crypto::SealingKey respondKey = crypto::SealingKey::random();
    sharing::NoticeContext noticeContext;
    sharing::KeyContext keyContext;

private:
    Bytes32 writeObject(const std::vector<sharing::SharedRecord> &records, std::uint32_t epoch);
    void sealNotice(std::uint64_t records, std::uint32_t epoch, Bytes reference);
};

} // namespace keepwell::test
