// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles: what they hold, that they are the same each time, and that every change is
// found.
#include "search/bundles/bundle.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "search/bundles/check_bundle.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kProgram[] = "ibid test";

// An English, a Korean and a mixed passage, each of its own report.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = {
      "The two ports signed <the> \"harbour\" pact & left (source: "
      "go-public-news-eng-7730195527486610293-0-0).",
      "두 항구는 협정을 맺었고\n    네 척이 남았다 (출처: 연합뉴스).",
      "Delhi는 S-400 두 개 연대를 더 기다린다. The rest is late.",
  };
  return all;
}

class BundleTest : public ::testing::Test {
 protected:
  BundleTest() : index_(texts()) {}

  std::vector<PassageRef> all() {
    std::vector<PassageRef> refs;
    for (int i = 0; i < 3; ++i) {
      SearchOptions options = testing::SampleIndex::everything();
      const auto hits = index_.search(i == 1 ? "협정" : i == 0 ? "pact" : "Delhi", options).hits;
      EXPECT_THAT(hits, SizeIs(1));
      refs.push_back(*parse_passage_ref(hits.at(0).passage.permalink));
    }
    return refs;
  }
  Bundle make(std::vector<PassageRef> passages, BundleMode mode = BundleMode::kReports,
              const std::string& query = "") {
    BundleRequest request;
    request.passages = std::move(passages);
    request.query = query;
    request.mode = mode;
    request.program = kProgram;
    return make_bundle(index_.open(), request);
  }

  testing::TextIndex index_;
};

// The files of a bundle after `change`, sealed again to hide it.
template <typename Change>
std::string resealed(const std::string& bundle, const Change& change) {
  std::vector<BundleFile> files;
  for (const BundleEntry& entry : read_bundle_archive(bundle).entries) {
    files.push_back({std::string(entry.name), std::string(entry.bytes)});
  }
  change(files);
  return write_bundle_archive(files);
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

TEST_F(BundleTest, IsProvenInBothModes) {
  for (const BundleMode mode : {BundleMode::kReports, BundleMode::kExcerpts}) {
    const Bundle bundle = make(all(), mode, "S-400 협정");
    ASSERT_THAT(bundle.refused, IsEmpty());
    const BundleCheck check = check_bundle(bundle.bytes, kProgram);
    EXPECT_THAT(check.problems, IsEmpty());
    EXPECT_THAT(check.passages, AllOf(SizeIs(3), Each(Field(&CheckedPassage::proven, true))));
    EXPECT_TRUE(check.page_proven);
    EXPECT_EQ(check.manifest.query->text, "S-400 협정");
    EXPECT_EQ(check.files, 6U);
  }
}

TEST_F(BundleTest, KeepsTheBytesOfReportsOrOfPassages) {
  const Bundle whole = make(all());
  const Bundle parts = make(all(), BundleMode::kExcerpts);
  const BundleArchive reports = read_bundle_archive(whole.bytes);
  const BundleArchive excerpts = read_bundle_archive(parts.bytes);
  std::ifstream in(index_.test().report_path("t1.txt"), std::ios::binary);
  const std::string file{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  EXPECT_EQ(reports.entries[4].bytes, file);
  EXPECT_EQ(excerpts.entries[4].bytes, texts()[1]);  // includes its line end
  EXPECT_THAT(std::string(excerpts.entries[4].name), HasSubstr("excerpts/"));
  for (const BundleEntry& entry : excerpts.entries) EXPECT_TRUE(is_bundle_name(entry.name));
}

TEST_F(BundleTest, IsTheSameWhateverTheOrderAsked) {
  std::vector<PassageRef> backwards = all();
  std::reverse(backwards.begin(), backwards.end());
  backwards.push_back(backwards.front());
  backwards.back().hash.clear();
  EXPECT_EQ(make(all()).bytes, make(backwards).bytes);
}

TEST_F(BundleTest, NamesNoFolderOfThisMachine) {
  const std::string folder = index_.open().info().directory;
  const std::string parent = folder.substr(0, folder.rfind('/'));
  EXPECT_THAT(make(all()).bytes, Not(HasSubstr(parent)));
}

TEST_F(BundleTest, EscapesTextOnThePage) {
  const Bundle bundle = make(all());
  const std::string page(read_bundle_archive(bundle.bytes).entries[2].bytes);
  EXPECT_THAT(page, AllOf(HasSubstr("&lt;the&gt; &quot;harbour&quot; pact &amp; left"),
                          HasSubstr("<blockquote lang=\"ko\">두 항구는 협정을 맺었고 네 척이"),
                          Not(HasSubstr("<the>"))));
}

// Changes every `step`th byte of `whole`, one at a time.
void expect_changes_are_reported(const std::string& whole, std::size_t step) {
  constexpr std::array kFlips = {0x01, 0x20, 0xFF};
  std::string bundle = whole;
  for (std::size_t at = 0; at < whole.size(); at += step) {
    bundle[at] = static_cast<char>(whole[at] ^ kFlips[at % kFlips.size()]);
    const BundleCheck check = check_bundle(bundle, kProgram);
    ASSERT_TRUE(std::any_of(
        check.problems.begin(), check.problems.end(),
        [at](const BundleProblem& p) { return p.bytes.begin <= at && at < p.bytes.end; }))
        << "byte " << at << ", " << check.problems.size() << " problems";
    bundle[at] = whole[at];
  }
}

TEST_F(BundleTest, ReportsEveryChangedByte) {
  expect_changes_are_reported(make({all()[1], all()[2]}).bytes, 1);
  expect_changes_are_reported(make({all()[1], all()[2]}, BundleMode::kExcerpts).bytes, 1);
}

TEST_F(BundleTest, ReportsOneInElevenChangedBytes) {
  expect_changes_are_reported(make({all()[1], all()[2]}).bytes, 11);
  expect_changes_are_reported(make({all()[1], all()[2]}, BundleMode::kExcerpts).bytes, 11);
}

TEST_F(BundleTest, ReportsBytesCutOffAddedAndInserted) {
  const std::string whole = make(all()).bytes;
  for (std::size_t size = 100; size < whole.size(); size += 7) {
    EXPECT_THAT(check_bundle(whole.substr(0, size), kProgram).problems, Not(IsEmpty())) << size;
  }
  EXPECT_THAT(check_bundle(whole + '\n', kProgram).problems, Not(IsEmpty()));
  for (std::size_t at = 43; at < whole.size(); at += 13) {
    std::string longer = whole;
    longer.insert(at, "x");
    EXPECT_THAT(check_bundle(longer, kProgram).problems, Not(IsEmpty())) << at;
  }
}

TEST_F(BundleTest, ReportsChangesThatWereSealedAgain) {
  using Files = std::vector<BundleFile>;
  const std::string whole = make(all()).bytes;
  const struct {
    const char* name;
    void (*change)(Files& files);
  } kCases[] = {
      {"a report", [](Files& f) { f[3].bytes = replaced(f[3].bytes, "two", "six"); }},
      {"the page", [](Files& f) { f[2].bytes = replaced(f[2].bytes, "two ports", "six ports"); }},
      {"a file more",
       [](Files& f) {
         f.push_back({"reports/more.txt", "x"});
       }},
      {"a file less", [](Files& f) { f.pop_back(); }},
      {"another order", [](Files& f) { std::swap(f[3], f[4]); }},
      {"a range", [](Files& f) { f[0].bytes = replaced(f[0].bytes, "\"end\": 1", "\"end\": 2"); }},
      {"the sums", [](Files& f) { f[1].bytes += "\n"; }},
      {"no manifest's member", [](Files& f) { f[0].bytes = replaced(f[0].bytes, "mode", "mood"); }},
      {"no JSON", [](Files& f) { f[0].bytes.pop_back(), f[0].bytes.pop_back(); }},
  };
  for (const auto& one : kCases) {
    const std::string changed = resealed(whole, one.change);
    EXPECT_THAT(read_bundle_archive(changed).problems, IsEmpty()) << one.name;
    EXPECT_THAT(check_bundle(changed, kProgram).problems, Not(IsEmpty())) << one.name;
  }
}

// Even with all hashes recomputed, bytes cannot prove a text they do not hold.
TEST_F(BundleTest, ReportsATextThatItsBytesDoNotHold) {
  const std::string whole = make(all()).bytes;
  const std::string forged = resealed(whole, [](std::vector<BundleFile>& files) {
    BundleManifest manifest = parse_manifest(files[0].bytes);
    BundlePassage& passage = manifest.passages[2];
    passage.text = replaced(passage.text, "두 개", "세 개");
    passage.text_sha256 = sha256_hex(passage.text);
    passage.permalink = permalink(passage.id, passage.text);
    files[0].bytes = manifest_text(manifest);
    files[1].bytes = sums_text(manifest, files[0].bytes);
  });
  const BundleCheck check = check_bundle(forged, "ibid of another version");
  ASSERT_THAT(check.problems, SizeIs(1));
  EXPECT_EQ(check.problems[0].message, "its bytes do not say its text");
  EXPECT_FALSE(check.page_proven);
  EXPECT_FALSE(check.passages[2].proven);
  EXPECT_TRUE(check.passages[0].proven);
}

TEST_F(BundleTest, IsReadByLaterVersionsThatMakeOtherPages) {
  const BundleCheck check = check_bundle(make(all()).bytes, "ibid 99.0");
  EXPECT_THAT(check.problems, IsEmpty());
  EXPECT_FALSE(check.page_proven);
}

TEST_F(BundleTest, RefusesWhatCannotBeShownAsCited) {
  std::vector<PassageRef> refs = {*parse_passage_ref("nowhere#1.1"), all()[0], all()[1]};
  refs[1].hash = "0123456789ab";
  const std::string path = index_.searcher().passage(refs[2])->report.path;
  std::ofstream(path, std::ios::app) << "more";
  const Bundle bundle = make(refs);
  EXPECT_THAT(bundle.bytes, IsEmpty());
  ASSERT_THAT(bundle.refused, SizeIs(3));
  EXPECT_EQ(bundle.refused[0], "the index holds no passage nowhere#1.1");
  EXPECT_THAT(bundle.refused[1], HasSubstr("@0123456789ab has changed"));
  EXPECT_THAT(bundle.refused[2], HasSubstr("is no longer the file that was indexed"));
}

TEST(BundleArchive, RefusesOtherFiles) {
  for (const std::string& bytes :
       {std::string(), std::string("PK"), std::string("PK\x03\x04 another's ZIP file of some size"),
        std::string(5000, '\0')}) {
    EXPECT_THROW(read_bundle_archive(bytes), Error);
  }
}

TEST(BundleArchive, RefusesNamesThatLeadElsewhere) {
  for (const char* name :
       {"", ".", "..", "../a", "a/../b", "/a", "a//b", "a/", "a\\b", "c:a", "a b", "a\nb",
        "\xE2\x80\xAE"
        "a",
        "\xFF"}) {
    EXPECT_FALSE(is_bundle_name(name)) << name;
    EXPECT_THROW(write_bundle_archive({{name, "x"}}), Error) << name;
  }
  for (const char* name : {"a", "reports/조약-2024.txt", "excerpts/a.b/7-2~2.1.txt", "..a"}) {
    EXPECT_TRUE(is_bundle_name(name)) << name;
  }
}

TEST(BundleArchive, ReportsTwoEntriesOfOneName) {
  std::string bytes = write_bundle_archive({{"manifest.json", "{}"}, {"manifest.jsoN", "{}"}});
  for (std::size_t at; (at = bytes.find("jsoN")) != std::string::npos;) bytes[at + 3] = 'n';
  const BundleArchive archive = read_bundle_archive(bytes);
  ASSERT_THAT(archive.problems, SizeIs(1));
  EXPECT_EQ(archive.problems[0].message, "the name of an earlier entry");
}

TEST(BundleArchive, ReportsEntriesMarkedEncryptedOrCompressed) {
  const std::string whole = write_bundle_archive({{"manifest.json", "{}"}});
  std::string encrypted = whole;
  encrypted[6] = 1;
  EXPECT_EQ(read_bundle_archive(encrypted).problems.at(0).message,
            "the entry is marked as encrypted");
  std::string compressed = whole;
  compressed[8] = 8;
  EXPECT_EQ(read_bundle_archive(compressed).problems.at(0).message,
            "the entry is marked as compressed");
}

}  // namespace
}  // namespace ibid
