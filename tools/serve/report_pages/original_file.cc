// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/report_pages/original_file.h"

#include <utility>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/parts/downloads.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/report_pages/report_words.h"

namespace ibid {
namespace {

HttpResponse refusal(const PageVisit& visit, const ReportInfo& report, int status,
                     const Wording& why) {
  PageLayout layout;
  layout.place = PagePlace::kReports;
  layout.title = report.title.empty() ? visit.say(part_words::kNoTitle) : report.title;
  layout.status = status;
  HtmlWriter html;
  html.element("h1", {visit.lang_of(layout.title)}, layout.title);
  html.element("p", {{"class", "warning"}}, visit.say(why));
  html.open("p").link(visit.report_address(report.id), visit.say(report_words::kText)).close();
  return page_response(visit, layout, html.take());
}

}  // namespace

HttpResponse original_file(const PageVisit& visit, const ReportInfo& report, std::uint64_t size) {
  if (size > kMostOriginalBytes)
    return refusal(visit, report, 403, report_words::kOriginalTooLarge);
  std::string bytes;
  try {
    bytes = read_file(report.path);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    return refusal(visit, report, 409, report_words::kOriginalChanged);
  }
  if (sha256_hex(bytes) != report.sha256) {
    return refusal(visit, report, 409, report_words::kOriginalChanged);
  }
  const std::string name = report.path.substr(report.path.rfind('/') + 1);
  return download("application/octet-stream", name, std::move(bytes));
}

}  // namespace ibid
