// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers of each kind that have one text in every field from outside.
#pragma once

#include <string>

#include "search/audit/rules/finding.h"
#include "search/bundles/bundle_page.h"
#include "search/bundles/render_bundle_check.h"
#include "search/claims/render_claim.h"
#include "search/drafts/render_draft.h"
#include "search/export/render_export.h"
#include "search/hits/render_jsonl.h"
#include "search/hits/render_text.h"
#include "search/permalinks/render_resolution.h"
#include "search/quotes/render_quote.h"
#include "search/reports/render_field_reasons.h"
#include "search/reports/render_report_list.h"
#include "search/sources/render_sources.h"

namespace ibid::testing {

StoredPassage passage_of(const std::string& t);
SearchResult search_of(const std::string& t);
SimilarResult similar_of(const std::string& t);
PassageInContext context_of(const std::string& t);
ReportOutline outline_of(const std::string& t);
SourceSummary source_of(const std::string& t);
SourceList sources_of(const std::string& t);
SourceCard card_of(const std::string& t);
LineOrigin origin_of(const std::string& t);
QuoteAnswer quote_of(const std::string& t, QuoteStatus status);
DraftCheck draft_of(const std::string& t);
Resolution resolution_of(const std::string& t);
CitedDiff diff_of(const std::string& t);
ClaimAnswer claim_of(const std::string& t);
ClaimAnswer vain_claim_of(const std::string& t);
BundleManifest manifest_of(const std::string& t);
BundleCheck bundle_check_of(const std::string& t);
ReportAudit audit_of(const std::string& t);

}  // namespace ibid::testing
