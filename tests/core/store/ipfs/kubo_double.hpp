// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/cid.hpp"
#include "tests/core/store/ipfs/loopback_server.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace keepwell::testing {

/// A test double of Kubo's RPC, with faults to switch on. It answers in Kubo's words; that a real
/// Kubo does so too is for tests/network to see.
class KuboDouble
{
public:
    enum class Fault : std::uint8_t {
        None,
        OtherName, ///< block/put says that it kept other bytes.
        OtherSize,
        OtherBytes, ///< block/get
        TooMany,    ///< block/get gives more than a block
        FullDisk,
        Nonsense, ///< JSON of another program
        Cuts,     ///< the connection, before it answers
        Busy,     ///< status 503
        Hangs,
    };

    explicit KuboDouble(const std::string &unixSocket = "")
        : server{[this](const auto &request, auto &to) { handle(request, to); }, unixSocket}
    {
    }

    std::mutex mutex; ///< Guards what follows.
    std::map<std::string, std::string> blocks;
    std::set<std::string> pins;
    std::map<std::string, std::set<std::string>> links; ///< Of each block that links to others.
    bool collectsAlways = false;                        ///< Garbage, after each request.
    std::vector<std::string> targets;                   ///< Of each request.
    std::string authorization;                          ///< Wanted; empty: none.
    Fault fault = Fault::None;
    int faultsLeft = 1'000'000; ///< The fault goes away after so many.

    int goodLeft = 0; ///< Before it comes, so many requests go well.

    /// What happens while a block is asked for, or put; not guarded: set before.
    std::function<void()> beforeGet = [] {};
    std::function<void()> beforePut = [] {};

    LoopbackServer server; ///< Last: ends before what it uses.

    /// By itself, or by a pinned block that links to it. The mutex is held.
    bool isPinned(const std::string &cid) const
    {
        const auto keeps = [&](const std::string &pin) {
            const auto found = links.find(pin);
            return pin == cid || (found != links.end() && found->second.contains(cid));
        };
        return std::ranges::any_of(pins, keeps);
    }

    /// How many blocks it has and keeps. The mutex is held.
    std::size_t kept() const
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(blocks, [this](const auto &one) { return isPinned(one.first); }));
    }

private:
    using Request = LoopbackServer::Request;
    using Connection = LoopbackServer::Connection;

    static void refuse(Connection &to, const std::string &words)
    {
        to.answer(500, R"({"Message":")" + words + R"(","Code":0,"Type":"error"})");
    }

    void handle(const Request &request, Connection &to)
    {
        Fault now = Fault::None;
        {
            const std::lock_guard lock{mutex};
            targets.push_back(request.target);
            if (fault != Fault::None && goodLeft > 0) {
                --goodLeft;
            } else if (fault != Fault::None && faultsLeft > 0) {
                --faultsLeft;
                now = fault;
            }
            const auto given = request.headers.find("authorization");
            const std::string header = given == request.headers.end() ? "" : given->second;
            if (header != authorization) {
                to.answer(403, "Kubo RPC Access Denied");
                return;
            }
        }
        if (request.target.starts_with("/api/v0/block/get?")) {
            beforeGet();
        }
        if (request.method != "POST") {
            to.answer(405, "405 - Method Not Allowed\n");
        } else if (now == Fault::Cuts) {
            to.close();
        } else if (now == Fault::Busy) {
            to.answer(503, "busy");
        } else if (now == Fault::Hangs) {
            to.waitForHangUp();
        } else if (now == Fault::Nonsense) {
            to.answer(200, R"({"hello":"world"})");
        } else if (request.target.starts_with("/api/v0/block/put?")) {
            put(request, to, now);
        } else {
            const std::lock_guard lock{mutex};
            answer(request, to, now);
        }
    }

    /// The mutex is held.
    void collectGarbage()
    {
        if (collectsAlways) {
            std::erase_if(blocks, [this](const auto &one) { return !isPinned(one.first); });
        }
    }

    /// A link is 40 bytes here, the CID after the first four.
    static std::set<std::string> linksOf(const std::string &block)
    {
        std::set<std::string> cids;
        for (std::size_t at = 4; at + 36 <= block.size(); at += 40) {
            cids.insert(store::Cid::fromBytes(bytesOf(block).subspan(at, 36)).value().toString());
        }
        return cids;
    }

    void put(const Request &request, Connection &to, Fault now)
    {
        beforePut();
        if (now == Fault::FullDisk) {
            refuse(to, "open /blocks/put-1: no space left on device");
            return;
        }
        // One file in multipart/form-data.
        const std::string &body = request.body;
        const std::size_t start = body.find("\r\n\r\n") + 4;
        const std::size_t end = body.rfind("\r\n--", body.size() - 5);
        const std::string block = body.substr(start, end - start);
        const bool isGroup = request.target.contains("cid-codec=dag-pb");
        const store::Cid raw = store::Cid::ofBlock(bytesOf(block));
        const std::string cid = isGroup ? raw.toStringAs(std::byte{0x70}) : raw.toString();
        {
            const std::lock_guard lock{mutex};
            blocks[cid] = block;
            if (isGroup) {
                links[cid] = linksOf(block);
            }
            if (request.target.contains("pin=true")) {
                pins.insert(cid);
            }
            collectGarbage();
        }
        const std::string named
            = now == Fault::OtherName ? store::Cid::ofBlock({}).toString() : cid;
        const std::size_t size = block.size() + (now == Fault::OtherSize ? 1 : 0);
        to.answer(200, R"({"Key":")" + named + R"(","Size":)" + std::to_string(size) + "}\n");
    }

    void answer(const Request &request, Connection &to, Fault now)
    {
        const std::string &target = request.target;
        const auto is = [&](std::string_view command) {
            return target.starts_with("/api/v0/" + std::string{command});
        };
        const std::size_t at = target.find("arg=");
        const std::string cid = at == std::string::npos ? "" : target.substr(at + 4, 59);
        const auto found = blocks.find(cid);
        if (is("block/get?") || is("block/stat?")) {
            if (found == blocks.end()) {
                refuse(to, "block was not found locally (offline): ipld: could not find " + cid);
            } else if (is("block/stat?")) {
                to.answer(200, R"({"Key":")" + cid + R"(","Size":1})");
            } else if (now == Fault::OtherBytes) {
                to.answer(200, "x" + found->second.substr(1));
            } else if (now == Fault::TooMany) {
                to.answer(200, std::string(2'000'000, 'x'));
            } else {
                to.answer(200, found->second);
            }
        } else if (is("pin/rm?")) {
            pins.erase(cid) > 0 ? to.answer(200, R"({"Pins":[")" + cid + R"("]})")
                                : refuse(to, "not pinned or pinned indirectly");
        } else if (is("block/rm?")) {
            std::string lines;
            for (std::size_t next = at; next != std::string::npos;
                 next = target.find("arg=", next + 4)) {
                const std::string one = target.substr(next + 4, 59);
                const bool stays = isPinned(one);
                lines += R"({"Hash":")" + one
                    + (stays ? R"(","Error":"pinned: recursive"})" : "\"}") + "\n";
                if (!stays) {
                    blocks.erase(one);
                }
            }
            to.answer(200, lines);
        } else if (is("id")) {
            to.answer(200, R"({"ID":"12D3KooWTest","AgentVersion":"kubo/0.44.0/"})");
        } else if (is("swarm/peers")) {
            to.answer(200, R"({"Peers":[{},{}]})");
        } else if (is("repo/stat?size-only=true")) {
            to.answer(200, R"({"RepoSize":1234,"StorageMax":5678})");
        } else {
            to.answer(404, "404 page not found");
        }
    }
};

} // namespace keepwell::testing
