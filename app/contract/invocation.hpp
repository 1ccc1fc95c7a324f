// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/contract_host.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace keepwell::contractserver {

/// One transaction from its call to its end: a row of requests to the peer, each made once the one
/// before is answered. It waits for nothing and needs no thread while the peer thinks. One thread at
/// a time.
class Invocation
{
public:
    using Step = std::variant<Request, Completion>;

    /// `host` must live as long as the invocation.
    Invocation(const ContractHost &host, Call call, const PeerAbilities &peer);

    /// What to do next; a Completion is the last.
    Step proceed();

    /// The peer's answer to the request: its payload, or Failed with the peer's words.
    void take(Result<std::string> answer);

private:
    contract::Verdict<Step> attempt();
    contract::Verdict<Step> settlePurges();
    Step write() const;

    const ContractHost *m_host;
    ShimState m_state;
    contract::Verdict<Prepared> m_prepared;
    std::optional<Completion> m_decided; ///< What to say once all is written.
    std::vector<Request> m_writes;
    std::size_t m_written = 0;
    enum class Purges { Unquestioned, Asking, Settled } m_purges = Purges::Unquestioned;
    std::optional<Error> m_trouble; ///< Of writing.
};

} // namespace keepwell::contractserver
