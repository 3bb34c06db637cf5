// SPDX-License-Identifier: GPL-2.0-or-later
//
// Audits, exports, citations, bundles.
#include <fmt/core.h>

#include <memory>
#include <utility>

#include "ibid_version.h"
#include "search/audit/render_audit.h"
#include "search/bundles/bundle.h"
#include "search/export/exporter.h"
#include "tools/serve/api/answer_form.h"
#include "tools/serve/api/api_context.h"
#include "tools/serve/api/output_formats.h"
#include "tools/serve/api/piece_thread.h"
#include "tools/serve/questions/find_questions.h"
#include "tools/serve/questions/output_questions.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

using Write = PieceThread::Write;

constexpr auto kMany = DocumentPart::Many::kYes;
constexpr auto kOne = DocumentPart::Many::kNo;

const DocumentShape kAuditShape = {
    {"audit", kOne, {"audit"}}, {"lines", kMany, {}}, {"end", kOne, {"end"}}};
const DocumentShape kExportShape = {{"records", kMany, {}}, {"end", kOne, {"end"}}};
const DocumentShape kRowsShape = {{"records", kMany, {}}};

NextPiece pieces_of(std::function<void(const Write&)> work) {
  auto thread = std::make_shared<PieceThread>(std::move(work));
  return [thread](std::string& out) { return thread->next(out); };
}

void audit(const std::string& directory, const AuditQuestion& question, AuditRenderer& renderer,
           const Write& write) {
  AuditHead head;
  head.query = question.options.query;
  head.index_dir = directory;
  head.program = "ibid";
  head.version = kVersion;
  head.fail_on = question.fail_on;
  head.rules = question.options.rules;
  head.uncited = question.options.uncited;
  OpenIndex index(directory);
  Auditor auditor(index);
  std::string begin = renderer.begin(head);
  const AuditTotals totals = auditor.run(question.options, [&](const ReportAudit& report) {
    return write(std::exchange(begin, {}) + renderer.report(report)) ? Next::kGoOn : Next::kStop;
  });
  write(begin + renderer.end(totals));
}

[[noreturn]] void not_exported(const std::string& id, Exporter::Found found) {
  const char* why = found == Exporter::Found::kUnknown
                        ? "the index holds no passage {}"
                        : "{} has another text now; resolve it to see where the cited one is";
  throw ProblemError({.kind = HttpProblem::Kind::kUnknownId,
                      .detail = fmt::format(fmt::runtime(why), id),
                      .parameter = "id"});
}

std::string name_of(const PassageRef& ref) {
  std::string id = passage_id(ref.report, ref.locator, ref.ordinal);
  return ref.hash.empty() ? id : id + "@" + ref.hash;
}

void export_sources(Exporter& exporter, const ExportQuestion& question, ExportRenderer& renderer,
                    const Write& write) {
  SourceList list;
  if (question.options.select == ExportOptions::Select::kIds) {
    Exporter::NamedSources named = exporter.sources(question.sources);
    for (std::size_t i = 0; i < named.known.size(); ++i) {
      if (named.known[i]) continue;
      throw ProblemError({.kind = HttpProblem::Kind::kUnknownId,
                          .detail = "no report cites or lists " + question.sources[i],
                          .parameter = "id"});
    }
    list = std::move(named.list);
  } else {
    list = exporter.sources(question.options);
  }
  ExportTotals totals;
  totals.index = list.index;
  totals.last_generation = list.index.generation;
  write(renderer.begin());
  for (const SourceSummary& source : list.sources) {
    if (!write(renderer.source(source))) return;
    ++totals.records;
  }
  write(renderer.end(totals));
}

void export_passages(Exporter& exporter, const ExportQuestion& question, ExportRenderer& renderer,
                     const Write& write) {
  for (const PassageRef& ref : question.ids) {
    const Exporter::Found found = exporter.add(ref);
    if (found != Exporter::Found::kYes) not_exported(name_of(ref), found);
  }
  std::string begin = renderer.begin();
  const ExportTotals totals = exporter.run(question.options, [&](const ExportedReport& report) {
    bool read = write(std::exchange(begin, {}));
    renderer.report(report, [&](std::string_view text) { read = read && write(text); });
    return read ? Next::kGoOn : Next::kStop;
  });
  write(begin + renderer.end(totals));
}

}  // namespace

MadeAnswer audit_answer(ApiContext& context, ApiQuestion& asked) {
  const AuditQuestion question = audit_question(asked.parameters);
  const AuditFormat& format = asked_audit_format(asked.parameters);
  asked.parameters.finish();
  expect_state(context.index.open(), question.generation);
  const bool lines = format.make == audit_jsonl;
  HttpResponse head =
      lines ? lines_head(asked.request) : file_response(format.content_type, format.file, "");
  NextPiece next =
      pieces_of([directory = context.index.directory(), question, &format](const Write& write) {
        audit(directory, question, *format.make(), write);
      });
  if (lines) next = in_form(asked.request, kAuditShape, std::move(next));
  return {pieces_response(std::move(head), std::move(next))};
}

MadeAnswer export_answer(ApiContext& context, ApiQuestion& asked) {
  const ExportQuestion question = export_question(asked.parameters);
  asked.parameters.finish();
  // Made here, so that an unknown field is reported before anything is opened.
  std::shared_ptr<ExportRenderer> renderer = export_renderer(question.options.what, question.shape);
  expect_state(context.index.open(), question.generation);
  NextPiece next =
      pieces_of([directory = context.index.directory(), question, renderer](const Write& write) {
        OpenIndex index(directory);
        Exporter exporter(index);
        if (question.options.what == ExportWhat::kSources) {
          export_sources(exporter, question, *renderer, write);
        } else {
          export_passages(exporter, question, *renderer, write);
        }
      });
  HttpResponse head = export_head(asked.request, question.shape.format, "ibid-export");
  if (question.shape.format == ExportFormat::kJsonLines) {
    next = in_form(asked.request, question.shape.fields.empty() ? kExportShape : kRowsShape,
                   std::move(next));
  }
  return {pieces_response(std::move(head), std::move(next))};
}

MadeAnswer cite_answer(ApiContext& context, ApiQuestion& asked) {
  const CiteQuestion question = cite_question(asked.parameters);
  asked.parameters.finish();
  expect_state(context.index.open(), question.generation);
  const auto renderer = export_renderer(ExportWhat::kPassages, question.shape);
  Exporter exporter(context.index.open());
  const Exporter::NamedPassages named = exporter.passages(question.ids);
  for (std::size_t i = 0; i < question.ids.size(); ++i) {
    if (named.found[i] == Exporter::Found::kYes) continue;
    not_exported(name_of(question.ids[i]), named.found[i]);
  }
  std::string text = renderer->begin();
  for (const ExportedReport& report : named.reports) {
    renderer->report(report, [&](std::string_view piece) { text += piece; });
  }
  text += renderer->end(named.totals);
  if (question.shape.format == ExportFormat::kJsonLines) {
    return {lines_response(asked.request, question.shape.fields.empty() ? kExportShape : kRowsShape,
                           std::move(text))};
  }
  HttpResponse out = export_head(asked.request, question.shape.format, "ibid-citation");
  out.body = std::move(text);
  return {std::move(out)};
}

MadeAnswer bundle_answer(ApiContext& context, ApiQuestion& asked) {
  BundleQuestion question = bundle_question(asked.parameters);
  asked.parameters.finish();
  expect_state(context.index.open(), question.generation);
  question.request.program = fmt::format("ibid {}", kVersion);
  Bundle bundle = make_bundle(context.index.open(), question.request);
  if (bundle.refused.empty()) {
    return {file_response("application/zip", "ibid-bundle.zip", std::move(bundle.bytes))};
  }
  std::string why = bundle.refused.front();
  if (bundle.refused.size() > 1) {
    why += fmt::format("; and {} more", bundle.refused.size() - 1);
  }
  throw ProblemError(
      {.kind = HttpProblem::Kind::kUnknownId, .detail = std::move(why), .parameter = "id"});
}

}  // namespace ibid
