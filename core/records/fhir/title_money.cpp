// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/records/fhir/title.hpp"

#include <array>

namespace keepwell::records::fhir {
namespace {

/// What a Money says, and nothing for none: "129.16 USD". A Quantity (STU3) reads the same.
std::string amountOf(json::Value money)
{
    if (!money["value"].isNumber()) {
        return {};
    }
    return money["currency"].exists() ? moneyText(money) : quantityText(money);
}

/// The amount of the total that has one of these categories, the first category before the others.
template <std::size_t Count>
std::string totalOf(json::Value resource, const std::array<std::string_view, Count> &categories)
{
    for (const std::string_view category : categories) {
        for (const json::Value total : resource["total"].items()) {
            for (const json::Value coding : total["category"]["coding"].items()) {
                if (coding["code"].text() == category) {
                    if (std::string amount = amountOf(total["amount"]); !amount.empty()) {
                        return amount;
                    }
                }
            }
        }
    }
    return {};
}

std::string paidAmount(json::Value resource)
{
    if (std::string amount = amountOf(resource["payment"]["amount"]); !amount.empty()) {
        return amount;
    }
    static constexpr std::array<std::string_view, 3> kPaid{"benefit", "paidtoprovider",
                                                           "paidtopatient"};
    return totalOf(resource, kPaid);
}

std::string billedAmount(json::Value resource)
{
    for (const auto *element : {"total", "totalGross", "totalNet", "totalCost"}) {
        if (std::string amount = amountOf(resource[element]); !amount.empty()) {
            return amount;
        }
    }
    static constexpr std::array<std::string_view, 1> kBilled{"submitted"};
    return totalOf(resource, kBilled);
}

/// Who pays: the insurer, else who the first coverage is named after.
std::string payerOf(json::Value resource, const Resolver &resolver)
{
    std::string payer = firstWords(resource, "insurer insurance.coverage", resolver);
    return folded(payer) == "no_insurance" ? std::string{} : payer; // Synthea's word for oneself
}

/// What it is for. Lines often start with "not applicable", so a later one may be the first to say.
std::string whatFor(json::Value resource, const Resolver &resolver)
{
    return firstWords(resource,
                      "prescription item.productOrService item.service addItem.productOrService "
                      "lineItem.chargeItemCodeableConcept lineItem.chargeItemReference "
                      "procedure.procedureCodeableConcept diagnosis.diagnosisCodeableConcept "
                      "diagnosis.diagnosisReference item.revenue subType type "
                      "provider issuer",
                      resolver);
}

std::string_view headOf(std::string_view type, std::string_view use)
{
    if (type == "Invoice") {
        return "Bill";
    }
    if (type == "ExplanationOfBenefit") {
        return "Insurance statement";
    }
    if (type == "ClaimResponse") {
        return "Answer to a claim";
    }
    if (use == "preauthorization") {
        return "Request for approval";
    }
    return use == "predetermination" ? "Request for an estimate" : "Claim";
}

void add(std::string &title, std::string_view separator, std::string_view words)
{
    if (!words.empty()) {
        title += separator;
        title += words;
    }
}

} // namespace

bool isAboutMoney(std::string_view type)
{
    return type == "Claim" || type == "ClaimResponse" || type == "ExplanationOfBenefit"
        || type == "Invoice";
}

std::string moneyTitle(json::Value resource, const Resolver &resolver)
{
    const std::string_view type = resource["resourceType"].text();
    std::string title{headOf(type, resource["use"].text())};
    const std::string what = type == "ClaimResponse"
        ? firstWords(resource, "disposition type outcome", resolver)
        : whatFor(resource, resolver);
    add(title, ": ", plainLine(what, 90));
    const std::string payer = plainLine(payerOf(resource, resolver), 60);
    const std::string paid = type == "Claim" || type == "Invoice" ? "" : paidAmount(resource);
    const std::string billed = billedAmount(resource);
    if (!paid.empty()) {
        // "Humana paid 129.16 USD"; who is not named is not guessed.
        add(title, ", ", payer.empty() ? paid + " paid" : payer + " paid " + paid);
    } else if (!billed.empty()) {
        add(title, ", ", billed);
        add(title, payer.empty() || type == "Invoice" ? "" : " billed to ",
            type == "Invoice" ? "" : payer);
    } else {
        add(title, what == payer ? "" : ", ", what == payer ? "" : payer);
    }
    return title == headOf(type, resource["use"].text()) ? std::string{} : title;
}

} // namespace keepwell::records::fhir
