// SPDX-License-Identifier: GPL-2.0-or-later
//
// Questions whose answers leave for other programs: an audit, an export, citations, a bundle. As in
// find_questions.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/report/passage_id.h"
#include "search/audit/auditor.h"
#include "search/bundles/bundle.h"
#include "search/export/export_format.h"
#include "search/export/exporter.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {

// q, rules, citations_expected, fail_on, literal, generation. Rules are known ones.
struct AuditQuestion {
  AuditOptions options;
  FindingLevel fail_on = FindingLevel::kWarning;
  std::optional<std::uint64_t> generation;
};
AuditQuestion audit_question(Parameters& parameters);

// What "format" may be beside that of the address's own answer, with style, fields, formula_safe
// and bom, which go with some of them.
ExportShape asked_shape(Parameters& parameters, ExportFormat otherwise, ExportWhat what);

// q, all or id; what; literal; generation; the shape, whose format is jsonl if it is not there.
struct ExportQuestion {
  ExportOptions options;
  std::vector<PassageRef> ids;         // of Select::kIds, of passages and citations
  std::vector<std::string> sources{};  // likewise, of sources
  ExportShape shape;
  std::optional<std::uint64_t> generation;
};
ExportQuestion export_question(Parameters& parameters);

// id, once or more often; generation; the shape, whose format is text if it is not there.
struct CiteQuestion {
  std::vector<PassageRef> ids;
  ExportShape shape;
  std::optional<std::uint64_t> generation;
};
CiteQuestion cite_question(Parameters& parameters);

// id, once or more often; q: that found them; excerpts; literal; generation. `program` is left
// empty.
struct BundleQuestion {
  BundleRequest request;
  std::optional<std::uint64_t> generation;
};
BundleQuestion bundle_question(Parameters& parameters);

}  // namespace ibid
