// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/glass_cases.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <random>
#include <string_view>

#include "indexer/documents/document_builder.h"
#include "tests/support/sample_reports.h"

namespace ibid::testing {
namespace {

using namespace std::string_literals;

OwnedDocument with_terms(std::vector<OwnedTerm> terms) {
  std::sort(terms.begin(), terms.end(),
            [](const OwnedTerm& a, const OwnedTerm& b) { return a.term < b.term; });
  return {"", std::move(terms), {}};
}

LoadInput with_documents(std::vector<std::pair<std::uint32_t, OwnedDocument>> documents) {
  return {std::move(documents), {}};
}

LoadInput numbered(std::uint32_t count) {
  LoadInput input;
  for (std::uint32_t i = 1; i <= count; ++i) input.documents.emplace_back(i, varied_document(i));
  return input;
}

std::string noise(std::size_t bytes, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < bytes) text += static_cast<char>(random());
  return text;
}

LoadInput empty_parts() {
  return with_documents({{1, {}},
                         {2, {"only data", {}, {}}},
                         {3, with_terms({{"alone", 0}})},
                         {4, {"", {}, {{7, "only a value"}}}},
                         {5, with_terms({{"국방", 3}})},
                         {6, {}}});
}

LoadInput odd_terms() {
  const std::string longest(245, 'x');
  std::vector<OwnedTerm> terms = {{longest, 1},
                                  {std::string(244, 'x') + "y", 2},
                                  {std::string(122, '\0'), 3},
                                  {"\0"s, 4},
                                  {"a"s, 1},
                                  {"a\0"s, 126},
                                  {"a\0b"s, 127},
                                  {"a\0\xff"s, 128},
                                  {"a\xff"s, 1000000},
                                  {"\xff\xff"s, 1},
                                  {"\xc0"s, 1}};
  LoadInput input = with_documents({{1, with_terms(terms)}});
  // Many chunks of the terms whose keys are hardest to keep apart.
  for (std::uint32_t i = 2; i < 6000; ++i) {
    input.documents.emplace_back(
        i, with_terms({{longest, i}, {"\0"s, 1}, {"a"s, i % 7}, {"a\0"s, 1}}));
  }
  return input;
}

LoadInput large_data() {
  LoadInput input;
  for (std::uint32_t i = 1; i <= 12; ++i) {
    OwnedDocument document = varied_document(i);
    document.data = i % 2 == 0 ? noise(240000, i) : std::string(240000, 'z') + noise(10000, i);
    input.documents.emplace_back(2 * i, std::move(document));
  }
  // Around the largest item, and around the least size that is deflated.
  for (std::uint32_t size = 2020; size < 2050; ++size) {
    input.documents.emplace_back(size, OwnedDocument{noise(size, size), {}, {}});
  }
  for (std::uint32_t size = 1; size < 30; ++size) {
    input.documents.emplace_back(3000 + size, OwnedDocument{std::string(size, 'd'), {}, {}});
  }
  input.metadata = {
      {"a", noise(100000, 1)}, {"b", "x"}, {"b\0c"s, "\0"s}, {"지도", noise(5000, 2)}};
  return input;
}

// Docids on both sides of each change of their width.
LoadInput around(const std::vector<std::uint32_t>& edges) {
  LoadInput input;
  for (const std::uint32_t edge : edges) {
    for (std::uint32_t docid = edge - 40; docid < edge + 40; ++docid) {
      input.documents.emplace_back(docid, varied_document(docid));
    }
  }
  return input;
}

LoadInput common_term() {
  LoadInput input;
  for (std::uint32_t i = 1; i <= 60000; ++i) {
    std::vector<OwnedTerm> terms = {{"the", 1 + i % 300}};
    if (i % 3 == 0) terms.push_back({"third", 1});
    input.documents.emplace_back(i, with_terms(std::move(terms)));
  }
  return input;
}

LoadInput many_terms() {
  LoadInput input;
  for (std::uint32_t i = 1; i <= 400; ++i) {
    std::vector<OwnedTerm> terms;
    for (std::uint32_t j = 0; j < 500; ++j) {
      terms.push_back({fmt::format("{:x}", (i * 500 + j) * 2654435761U), 1});
    }
    input.documents.emplace_back(i, with_terms(std::move(terms)));
  }
  return input;
}

// Long keys that differ late make trees of many levels.
LoadInput deep_trees() {
  LoadInput input;
  for (std::uint32_t i = 1; i <= 100; ++i) {
    std::vector<OwnedTerm> terms;
    for (std::uint32_t j = 0; j < 200; ++j) {
      terms.push_back(
          {std::string(220, 'x') + fmt::format("{:06}", (i * 200 + j) * 37 % 20000), 1});
    }
    input.documents.emplace_back(i, with_terms(std::move(terms)));
  }
  return input;
}

// The project's own sample reports, and the shared ones if present.
LoadInput sample_input() {
  std::vector<Report> reports = sample_reports();
  if (const auto shared = shared_reports_folder()) {
    for (Report& report : reports_in(*shared)) reports.push_back(std::move(report));
  }
  LoadInput input;
  std::map<std::string, std::string> metadata;
  DocumentBuilder builder;
  for (const Report& report : reports) {
    builder.build(report, [&](const Passage&, const IndexDocument& document) {
      input.documents.emplace_back(input.documents.size() + 1, owned(document));
    });
    for (const auto& [key, value] :
         DocumentBuilder::metadata(report, count_passages(report), {report.path, 1, 2})) {
      metadata[key] = value;
    }
  }
  input.metadata.assign(metadata.begin(), metadata.end());
  return input;
}

LoadInput values() {
  LoadInput input;
  for (std::uint32_t i = 1; i <= 3000; ++i) {
    OwnedDocument document;
    std::map<std::uint32_t, std::string> of_slot = {{0, fmt::format("{:08}", i * 7919 % 3000)},
                                                    {255, "the same in all"}};
    if (i % 2 == 0) of_slot[1] = noise(i % 600, i) + "!";
    if (i % 100 == 0) of_slot[2] = noise(5000, i);
    if (i % 500 == 0) of_slot[300 + i] = "rare";
    if (i == 1234) {
      for (const std::uint32_t slot : {3U, 127U, 128U, 256U, 257U, 65536U, 4294967294U}) {
        of_slot[slot] = fmt::format("slot {}", slot);
      }
    }
    document.values.assign(of_slot.begin(), of_slot.end());
    input.documents.emplace_back(i, std::move(document));
  }
  return input;
}

}  // namespace

OwnedDocument varied_document(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t bound) {
    return static_cast<std::uint32_t>(random() % bound);
  };
  std::map<std::string, OwnedTerm> terms;
  for (std::uint32_t i = 0; i < 60; ++i) {
    const std::uint32_t rank = below(1 + below(400));
    const std::string term = (rank % 2 == 0 ? "word" : "낱말") + std::to_string(rank);
    OwnedTerm& entry = terms[term];
    entry.term = term;
    entry.wdf += 1 + below(3);
  }
  OwnedDocument document;
  for (auto& [term, entry] : terms) document.terms.push_back(std::move(entry));
  while (below(20) != 0) document.data += "some text, 어떤 글 ";
  document.values = {{0, std::to_string(below(100))}};
  if (seed % 3 == 0) document.values.emplace_back(5, std::string(below(40) + 1, 'v'));
  return document;
}

void PrintTo(const GlassCase& c, std::ostream* out) { *out << c.name; }

std::vector<GlassCase> glass_cases() {
  const LoadOptions small{2048, Compression::kFast};
  const LoadOptions large{65536, Compression::kFast};
  const LoadOptions as_xapian{8192, Compression::kAsXapian};
  return {
      {"Nothing", [] { return LoadInput{}; }},
      {"OnlyMetadata",
       [] {
         return LoadInput{{}, {{"key", "value"}}};
       }},
      {"OneDocument", [] { return numbered(1); }},
      {"EmptyParts", empty_parts},
      {"OddTerms", odd_terms},
      {"OddTermsInSmallBlocks", odd_terms, small},
      {"LargeData", large_data},
      {"LargeDataInSmallBlocks", large_data, small},
      {"LargeDataInLargeBlocks", large_data, large},
      {"LargeDataAsXapianDeflatesIt", large_data, as_xapian},
      {"Gaps",
       [] {
         return around({128, 0x4000, 0x8000, 0x200000, 0x400000});
       }},
      {"FarDocids",
       [] {
         return around({0x20000000, 4000000000U});
       },
       {},
       Check::kNone},
      {"CommonTerm", common_term},
      {"ManyTermsInSmallBlocks", many_terms, small},
      {"DeepTrees", deep_trees, small},
      {"SampleReports", sample_input},
      {"SampleReportsAsXapianDeflatesThem", sample_input, as_xapian},
      {"Values", values},
      {"ValuesInSmallBlocks", values, small},
      {"SomeHundreds", [] { return numbered(700); }, as_xapian},
  };
}

}  // namespace ibid::testing
