// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads the reports in forms/, each in a form that generators and offices use, and compares what
// the parser finds with the right values beside each (NAME.json), which were decided by hand.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/markdown/markdown_text.h"
#include "corpus/parser/report_parser.h"
#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"

namespace ibid {
namespace {

using Json = nlohmann::json;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string text_or_empty(const Json& value) {
  return value.is_string() ? value.get<std::string>() : "";
}

struct Score {
  std::size_t right = 0, found = 0, wanted = 0;
  double precision() const { return share_of(found); }
  double recall() const { return share_of(wanted); }
  double share_of(std::size_t all) const {
    return all == 0 ? 1 : static_cast<double>(right) / static_cast<double>(all);
  }
  Score& operator+=(const Score& other) {
    right += other.right;
    found += other.found;
    wanted += other.wanted;
    return *this;
  }
};

struct Form {
  std::string name;
  Json wanted;
  Report report;
};

std::vector<Form> read_forms() {
  std::vector<Form> forms;
  const std::filesystem::path folder(IBID_SOURCE_DIR "/tests/corpus/parser/forms");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") continue;
    Form form;
    form.name = entry.path().filename();
    form.wanted = Json::parse(read_file(entry.path().string() + ".json"));
    const DecodedText decoded = decode(read_file(entry.path()));
    const bool is_markdown = entry.path().extension() == ".md";
    const TextMarks markdown = is_markdown ? read_markdown(decoded.text) : TextMarks{};
    form.report = parse_report({decoded, is_markdown ? &markdown : nullptr}, "r",
                               entry.path().stem().string());
    forms.push_back(std::move(form));
  }
  std::sort(forms.begin(), forms.end(),
            [](const Form& a, const Form& b) { return a.name < b.name; });
  return forms;
}

void complain(const Form& form, const std::string& what) {
  std::cout << form.name << ": " << what << '\n';
}

// The identity of the listed source that the key of a right value names: a number or label, an id,
// "Kim 2021", "url:…", "words:…".
std::string identity(const Form& form, const std::string& key) {
  if (key.starts_with("url:")) return canonical_url(key.substr(4));
  if (key.starts_with("words:")) return key.substr(6);
  for (const Json& listed : form.wanted.at("listed")) {
    if (listed.at("key") != key) continue;
    const std::string url = canonical_url(text_or_empty(listed.at("url")));
    const std::string title = text_or_empty(listed.at("title"));
    for (const ListedSource& source : form.report.listed_sources) {
      const bool labelled = source.label == key || source.label == "^" + key;
      const bool same_url = !url.empty() && canonical_url(source.url) == url;
      const bool same_title = !title.empty() && source.title.find(title) != std::string::npos;
      if (source.id == key || labelled || same_url || same_title) return source.id;
    }
  }
  return "(not listed: " + key + ")";
}

bool says(const std::string& text, const std::string& start) {
  return text.find(start) != std::string::npos;
}

Score score_citations(const Form& form) {
  struct Found {
    std::string sentence, source, locator;
    bool missing;
  };
  std::vector<Found> found;
  for (const Passage& passage : form.report.passages) {
    for (const Citation& citation : passage.citations) {
      const ByteRange range = passage.sentences[citation.sentence - 1];
      found.push_back({std::string(slice(passage.text, range)), citation.source, citation.locator,
                       citation.form == Citation::Form::kMissing});
    }
  }
  Score score;
  score.found = found.size();
  for (const Json& citation : form.wanted.at("citations")) {
    ++score.wanted;
    const std::string start = citation.at("in");
    const bool missing = citation.at("source").is_null();
    const std::string source = missing ? "" : identity(form, citation.at("source"));
    const auto same = std::find_if(found.begin(), found.end(), [&](const Found& f) {
      const bool unlisted_id = missing && f.source.starts_with("go-");
      return says(f.sentence, start) &&
             (missing ? f.missing || unlisted_id : !f.missing && f.source == source);
    });
    if (same == found.end()) {
      complain(form,
               fmt::format("no citation of {} in \"{}\"", missing ? "nothing" : source, start));
      continue;
    }
    const std::string locator = text_or_empty(citation.at("locator"));
    if (!locator.empty() && same->locator != locator) {
      complain(form, fmt::format("locator {} is read as {}", locator, same->locator));
    }
    ++score.right;
    found.erase(same);
  }
  for (const Found& f : found) {
    complain(form, fmt::format("a citation too many: {} in \"{}\"", f.source,
                               f.sentence.substr(0, floor_boundary(f.sentence, 60))));
  }
  return score;
}

Score score_listed(const Form& form) {
  Score score;
  score.found = form.report.listed_sources.size();
  for (const Json& listed : form.wanted.at("listed")) {
    ++score.wanted;
    const std::string id = identity(form, listed.at("key"));
    if (id.starts_with("(not")) {
      complain(form, id);
    } else {
      ++score.right;
    }
  }
  if (score.found != score.wanted) {
    complain(form, fmt::format("{} sources listed, not {}", score.found, score.wanted));
  }
  return score;
}

void compare(const Form& form, std::string_view field, const Json& wanted, const std::string& found,
             Score& score, bool normalise = false) {
  const auto plain = [&](std::string text) {
    if (normalise)
      std::erase_if(
          text, [](char c) { return std::string_view("*_ .").find(c) != std::string_view::npos; });
    return text;
  };
  if (!wanted.is_string()) return;
  ++score.wanted;
  ++score.found;
  if (plain(found) == plain(wanted.get<std::string>())) {
    ++score.right;
  } else {
    complain(form,
             fmt::format("{} \"{}\" is read as \"{}\"", field, wanted.get<std::string>(), found));
  }
}

TEST(Forms, CitationsAreFoundAndLeadToTheirSources) {
  Score all, listed;
  for (const Form& form : read_forms()) {
    const Score score = score_citations(form);
    if (score.right != score.wanted || score.found != score.right) {
      complain(form, fmt::format("citations: {} right of {} found, {} wanted", score.right,
                                 score.found, score.wanted));
    }
    all += score;
    listed += score_listed(form);
  }
  std::cout << fmt::format("citations: {} wanted, precision {:.3f}, recall {:.3f}\n", all.wanted,
                           all.precision(), all.recall());
  std::cout << fmt::format("listed sources: {} wanted, precision {:.3f}, recall {:.3f}\n",
                           listed.wanted, listed.precision(), listed.recall());
  EXPECT_GE(all.precision(), 0.98);
  EXPECT_GE(all.recall(), 0.95);
  EXPECT_GE(listed.recall(), 0.95);
  EXPECT_GE(listed.precision(), 0.95);
}

TEST(Forms, ListingsSayTitlePublisherAndDates) {
  Score titles, publishers, dates, accessed;
  for (const Form& form : read_forms()) {
    for (const Json& wanted : form.wanted.at("listed")) {
      const std::string id = identity(form, wanted.at("key"));
      const auto& all = form.report.listed_sources;
      const auto source =
          std::find_if(all.begin(), all.end(), [&](const ListedSource& s) { return s.id == id; });
      if (source == all.end() || source->id.starts_with("go-")) continue;
      compare(form, "title", wanted.at("title"), source->title, titles, true);
      compare(form, "publisher", wanted.at("publisher"), source->publisher, publishers, true);
      compare(form, "date", wanted.at("date"), source->date, dates);
      compare(form, "accessed", wanted.at("accessed"), source->accessed, accessed);
    }
  }
  std::cout << fmt::format(
      "of listings: titles {:.3f}, publishers {:.3f}, dates {:.3f}, accessed {:.3f}\n",
      titles.recall(), publishers.recall(), dates.recall(), accessed.recall());
  EXPECT_GE(titles.recall(), 0.9);
  EXPECT_GE(publishers.recall(), 0.8);
  EXPECT_GE(dates.recall(), 0.9);
  EXPECT_GE(accessed.recall(), 0.95);
}

// Titles as people compare them: without signs of Markdown, white space and numbers in front.
std::string plain_title(std::string_view title) {
  std::string out;
  for (const char c : title) {
    if (std::string_view("*_`\\ .:").find(c) == std::string_view::npos) out += c;
  }
  return out;
}

Score score_headings(const Form& form) {
  std::vector<std::string> found;
  for (const Section& section : form.report.sections) found.push_back(plain_title(section.title));
  Score score;
  score.found = found.size();
  for (const Json& wanted : form.wanted.at("headings")) {
    ++score.wanted;
    const auto same = std::find(found.begin(), found.end(), plain_title(wanted.get<std::string>()));
    if (same == found.end()) {
      complain(form, fmt::format("no heading \"{}\"", wanted.get<std::string>()));
      continue;
    }
    ++score.right;
    found.erase(same);
  }
  for (const std::string& title : found) complain(form, "a heading too many: " + title);
  return score;
}

TEST(Forms, HeadsAndHeadingsAreReadAsAPersonWould) {
  Score titles, dates, publishers, authors, headings;
  for (const Form& form : read_forms()) {
    const Report& report = form.report;
    compare(form, "title", form.wanted.at("title"), report.title, titles, true);
    compare(form, "date", form.wanted.at("date"), report.date, dates);
    compare(form, "publisher", form.wanted.at("publisher"), report.publisher, publishers, true);
    compare(form, "author", form.wanted.at("author"), report.author, authors, true);
    headings += score_headings(form);
  }
  std::cout << fmt::format(
      "titles {:.3f}, dates {:.3f}, publishers {:.3f}, authors {:.3f}; headings: {} wanted, "
      "precision {:.3f}, recall {:.3f}\n",
      titles.recall(), dates.recall(), publishers.recall(), authors.recall(), headings.wanted,
      headings.precision(), headings.recall());
  EXPECT_GE(titles.recall(), 0.95);
  EXPECT_GE(dates.recall(), 0.95);
  EXPECT_GE(publishers.recall(), 0.95);
  EXPECT_GE(authors.recall(), 0.95);
  EXPECT_GE(headings.precision(), 0.9);
  EXPECT_GE(headings.recall(), 0.9);
}

}  // namespace
}  // namespace ibid
