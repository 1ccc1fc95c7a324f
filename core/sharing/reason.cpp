// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/reason.hpp"

#include "core/base/utf8.hpp"
#include "core/sharing/notice.hpp"

namespace keepwell::sharing {

namespace {

Bytes infoOf(const ReasonContext &context)
{
    return concat({bytesOf("keepwell/1/reason"), context.network.view(), context.grant.view(),
                   bigEndian32(context.epoch), context.requester.view()});
}

Result<> checkText(std::string_view reason)
{
    if (reason.size() > kMostReasonBytes || !isUtf8(reason)) {
        return fail(ErrorCode::InvalidInput, "a reason is text of at most 300 bytes");
    }
    return {};
}

} // namespace

Result<Bytes> sealReason(const ReasonContext &context, std::string_view reason,
                         const crypto::SealingPublicKey &owner)
{
    KEEPWELL_CHECK(checkText(reason));
    return crypto::hpkeSeal(owner, infoOf(context), {}, bytesOf(reason));
}

Result<std::string> openReason(const ReasonContext &context, ByteView sealed,
                               const crypto::SealingKey &owner)
{
    KEEPWELL_TRY(const Bytes bytes, crypto::hpkeOpen(owner, infoOf(context), {}, sealed));
    std::string reason{textOf(bytes)};
    KEEPWELL_CHECK(checkText(reason));
    return reason;
}

} // namespace keepwell::sharing
