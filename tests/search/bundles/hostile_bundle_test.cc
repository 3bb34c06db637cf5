// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bundles made to take long: a check takes time with the bytes of a bundle, whatever they say.
#include <gmock/gmock.h>

#include <algorithm>
#include <ctime>

#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "search/bundles/bundle.h"
#include "search/bundles/check_bundle.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::SizeIs;

constexpr std::size_t kMillion = 1'000'000;

// Ten times what a release build takes on a slow machine; each case took longer, mostly by far,
// when the checks grew with the square.
#ifdef NDEBUG
constexpr double kMostSeconds = 1;
#else
constexpr double kMostSeconds = 5;
#endif

std::string repeated(std::size_t times, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// A bundle that ibid made, to be changed and sealed again.
class HostileBundleTest : public ::testing::Test {
 protected:
  HostileBundleTest() {
    testing::TextIndex index({"Four ships left the harbour."});
    BundleRequest request;
    const auto hits = index.search("harbour").hits;
    request.passages = {*parse_passage_ref(hits.at(0).passage.permalink)};
    request.program = "ibid of another version";
    const std::string bundle = make_bundle(index.open(), request).bytes;
    for (const BundleEntry& entry : read_bundle_archive(bundle).entries) {
      files_.push_back({std::string(entry.name), std::string(entry.bytes)});
    }
    manifest_ = parse_manifest(files_[0].bytes);
  }

  BundlePassage& first() { return manifest_.passages[0]; }

  void set_report(std::string text) {
    files_[3].bytes = std::move(text);
    counted_ = counted_to_ = 0;
    const std::string sum = sha256_hex(files_[3].bytes);
    manifest_.reports[0].info.sha256 = manifest_.files[1].sha256 = sum;
    manifest_.reports[0].size = manifest_.files[1].size = files_[3].bytes.size();
  }

  // The first passage, moved to a range of the report, which has single blanks only.
  BundlePassage passage_at(ByteRange range, std::uint32_t ordinal) {
    const std::string& report = files_[3].bytes;
    BundlePassage out = first();
    const auto ref = parse_passage_ref(out.id);
    out.id = passage_id(ref->report, ref->locator, ordinal);
    out.ordinal = ordinal;
    out.text = slice(report, range);
    out.text_sha256 = out.sha256 = sha256_hex(out.text);
    out.permalink = permalink(out.id, out.text);
    out.bytes = range;
    out.sentences = {{0, out.text.size()}};
    out.selectors.quote = {out.text, "", ""};
    out.selectors.position = {code_points(range.begin), code_points(range.end)};
    out.selectors.data = {range.begin, range.end};
    return out;
  }

  std::uint64_t code_points(std::uint64_t end) {
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    if (end < counted_to_) counted_ = counted_to_ = 0;
    for (; counted_to_ < end; ++counted_to_) counted_ += begins(files_[3].bytes[counted_to_]);
    return counted_;
  }

  // The bundle is checked within the time; `bytes`: its least size.
  BundleCheck check(std::size_t bytes) {
    files_[0].bytes = manifest_text(manifest_);
    files_[1].bytes = sums_text(manifest_, files_[0].bytes);
    const std::string bundle = write_bundle_archive(files_);
    EXPECT_GE(bundle.size(), bytes);
    const std::clock_t begin = std::clock();
    BundleCheck out = check_bundle(bundle, "ibid test");
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, kMostSeconds) << bundle.size() << " bytes";
    RecordProperty("seconds", std::to_string(seconds));
    return out;
  }

  static void expect_proven(const BundleCheck& check) {
    for (const BundleProblem& problem : check.problems) FAIL() << problem.message;
    EXPECT_EQ(proven(check), check.passages.size());
  }
  static std::size_t proven(const BundleCheck& check) {
    return static_cast<std::size_t>(std::count_if(check.passages.begin(), check.passages.end(),
                                                  [](const auto& p) { return p.proven; }));
  }
  // How many problems say so.
  static std::size_t told(const BundleCheck& check, std::string_view message) {
    return static_cast<std::size_t>(
        std::count_if(check.problems.begin(), check.problems.end(),
                      [&](const BundleProblem& p) { return p.message == message; }));
  }

  std::vector<BundleFile> files_;  // manifest, sums, page, report
  BundleManifest manifest_;
  std::uint64_t counted_to_ = 0, counted_ = 0;  // bytes and code points of the report
};

TEST_F(HostileBundleTest, MayQuoteWhatNearlyOccursEverywhere) {
  for (const auto& [one, last] : {std::pair("a", "b"), std::pair("가", "나")}) {
    const std::size_t length = std::string_view(one).size();
    set_report(repeated(1'200'000 / length, one) + last);
    const std::size_t end = files_[3].bytes.size();
    first() = passage_at({end - 600'000 / length * length, end}, 1);
    expect_proven(check(2 * kMillion));
  }
}

TEST_F(HostileBundleTest, MayQuoteOneReportAThousandTimes) {
  std::string report;
  std::vector<ByteRange> lines;
  while (report.size() < kMillion) {
    const std::size_t begin = report.size();
    report += "배 " + std::to_string(lines.size()) + repeated(250, ", ship");
    lines.push_back({begin, report.size()});
    report += '\n';
  }
  set_report(report);
  std::vector<BundlePassage> passages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    passages.push_back(passage_at(lines[i], static_cast<std::uint32_t>(i + 1)));
  }
  manifest_.passages = passages;
  expect_proven(check(3 * kMillion));
}

TEST_F(HostileBundleTest, MayClaimTheWholeReportForEachPassage) {
  set_report(repeated(kMillion / 5, "four "));
  const BundlePassage small = passage_at({0, 4}, 1);
  manifest_.passages.assign(1000, small);
  for (BundlePassage& passage : manifest_.passages) passage.bytes = {0, kMillion};
  const BundleCheck checked = check(kMillion);
  EXPECT_EQ(proven(checked), 0);
  EXPECT_GT(told(checked, "it is not checked: the ranges of the manifest overlap too often"), 900);
}

TEST_F(HostileBundleTest, MayCiteTheWholePassageAsEachSource) {
  set_report(repeated(kMillion / 5, "네 "));
  first() = passage_at({0, 4}, 1);
  first().bytes = {0, files_[3].bytes.size()};
  Citation cited;
  cited.source = "four";
  cited.bytes = first().bytes;
  first().citations.assign(5000, cited);
  EXPECT_EQ(proven(check(kMillion)), 0);
}

TEST_F(HostileBundleTest, MayNameAFileManyTimes) {
  set_report(repeated(kMillion / 5, "four "));
  first() = passage_at({0, 4}, 1);
  manifest_.files.resize(2000, manifest_.files[1]);
  manifest_.reports.resize(500, manifest_.reports[0]);
  for (std::size_t i = 1; i < manifest_.reports.size(); ++i) {
    manifest_.reports[i].info.id += std::to_string(i);
  }
  EXPECT_EQ(told(check(kMillion), "it is the file of several reports"), 499);
}

TEST_F(HostileBundleTest, IsToldThatAQuotationIsInSeveralPlaces) {
  set_report("네 척, four ships, 네 척, four");
  const std::string_view report = files_[3].bytes;
  manifest_.passages = {passage_at({0, report.find(',')}, 1),
                        passage_at({report.find("ships"), report.find("ships") + 5}, 2)};
  const BundleCheck checked = check(1);
  ASSERT_THAT(checked.problems, SizeIs(1));
  EXPECT_EQ(checked.problems[0].message, "its TextQuoteSelector leads to several places");
  EXPECT_FALSE(checked.passages[0].proven);
  EXPECT_TRUE(checked.passages[1].proven);
}

}  // namespace
}  // namespace ibid
