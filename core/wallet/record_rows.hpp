// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/exporter.hpp"
#include "core/records/importer.hpp"
#include "core/records/readable.hpp"
#include "core/records/summary.hpp"
#include "core/records/trend.hpp"
#include "core/records/whose.hpp"
#include "core/vault/person_table.hpp"
#include "core/vault/record_row.hpp"

#include <string>
#include <vector>

/// What the wallet shows of records: the rows and reports of the layers below, under one roof.
namespace keepwell {

using records::ExportReport;
using records::FileReport;
using records::ImportOptions;
using records::ImportReport;
using records::NamedPerson;
using records::RangeFlag;
using records::Readable;
using records::Rejection;
using records::Summary;
using records::Trend;
using records::TrendPoint;
using vault::Person;
using vault::PersonId;
using vault::RecordCounts;
using vault::RecordFilter;
using vault::RecordId;
using vault::RecordKind;
using vault::RecordRow;

/// One record, for a viewer.
struct RecordDetail
{
    RecordRow row;
    Readable readable;
    std::vector<std::string> sources; ///< "bundle.json, entry[12]": every file it came from.
    std::string sha256;               ///< Of the exact slice, hex.
};

} // namespace keepwell
