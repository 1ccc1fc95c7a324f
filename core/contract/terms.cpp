// SPDX-License-Identifier: Apache-2.0
#include "core/contract/terms.hpp"

#include "core/contract/fields.hpp"
#include "core/crypto/hash.hpp"

namespace keepwell::contract {

void appendTerms(cbor::Map &map, std::uint64_t first, const Terms &terms)
{
    map.emplace_back(first, static_cast<std::uint64_t>(terms.purpose));
    map.emplace_back(first + 1, valueOf(terms.notBefore));
    map.emplace_back(first + 2, valueOf(terms.expires));
    map.emplace_back(first + 3, std::uint64_t{terms.maxOpens});
    map.emplace_back(first + 4, terms.custodian);
}

Terms termsAt(cbor::MapReader &reader, std::uint64_t first)
{
    Terms terms;
    terms.purpose = static_cast<Purpose>(reader.unsignedAt(first, kLastPurpose));
    terms.notBefore = instantAt(reader, first + 1);
    terms.expires = instantAt(reader, first + 2);
    terms.maxOpens = uint32At(reader, first + 3);
    terms.custodian = reader.textAt(first + 4, kMostCustodianBytes);
    return terms;
}

Bytes encode(const Terms &terms)
{
    cbor::Map map;
    appendTerms(map, 1, terms);
    return cbor::encode(std::move(map));
}

Result<Terms> parseTerms(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    cbor::MapReader reader{value, "terms"};
    Terms terms = termsAt(reader, 1);
    KEEPWELL_CHECK(reader.finish());
    return terms;
}

Bytes32 hash(const Terms &terms) { return crypto::sha256(encode(terms)); }

} // namespace keepwell::contract
