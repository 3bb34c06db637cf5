// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hand-made answers for the tests of the renderers: an English, a Korean and a mixed hit.
#pragma once

#include <string>
#include <string_view>

#include "search/passages/hit.h"

namespace ibid {

// The range of `part` in `text`, which must hold it.
inline ByteRange range_of(std::string_view text, std::string_view part) {
  const std::uint64_t begin = text.find(part);
  return {begin, begin + part.size()};
}

inline Hit english_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 17.204518;
  StoredPassage& passage = hit.passage;
  passage.id = "shifts-2024#7-2.1";
  passage.permalink = "shifts-2024#7-2.1@3f9a12c40b77";
  passage.language = "en";
  passage.section = {{"7", "Broader Implications", ""}, {"7-2", "India’s concerns", ""}};
  passage.text = "India ordered the S-400 system. Deliveries to India were late.";
  passage.bytes = {12345, 12407};
  passage.sentences = {{0, 31}, {32, 62}};
  passage.report = {"shifts-2024",
                    "Geopolitical Shifts",
                    "goover",
                    "2024-06-27",
                    "",
                    "/srv/reports/shifts-2024.txt",
                    std::string(64, 'a')};
  hit.highlights = {range_of(passage.text, "India"), range_of(passage.text, "S-400")};
  hit.snippet = {{0, passage.text.size()}};
  return hit;
}

inline Hit korean_hit() {
  Hit hit = english_hit();
  hit.rank = 2;
  hit.score = 3.5;
  StoredPassage& passage = hit.passage;
  passage.id = "조약#9-1.1";
  passage.permalink = "조약#9-1.1@0123456789ab";
  passage.kind = PassageKind::kGlossary;
  passage.language = "ko";
  passage.section = {{"9", "용어집", ""}, {"9-1", "블라디미르 푸틴", "인물"}};
  passage.text = "푸틴이 평양에서 조약에 서명했다 (출처: go-public-web-kor-N12-0-0).";
  passage.bytes = {500, 500 + passage.text.size()};
  passage.sentences = {{0, passage.text.size()}};
  Citation citation;
  citation.source = "go-public-web-kor-N12-0-0";
  citation.text = range_of(passage.text, citation.source);
  citation.bytes = {500 + citation.text.begin, 500 + citation.text.end};
  passage.citations = {citation};
  passage.report = {
      "조약", "북러 조약", "", "2024-06", "", "/srv/reports/조약.txt", std::string(64, 'b')};
  hit.highlights = {range_of(passage.text, "푸틴")};
  hit.snippet = {{0, passage.text.size()}};
  return hit;
}

inline Hit mixed_hit() {
  Hit hit = english_hit();
  hit.rank = 3;
  hit.score = 2;
  hit.passage.text = "인도는 S-400을 주문했다.";
  hit.passage.language = "ko";
  hit.passage.bytes = {10, 10 + hit.passage.text.size()};
  hit.highlights = {range_of(hit.passage.text, "인도"), range_of(hit.passage.text, "S-400")};
  hit.snippet = {{0, hit.passage.text.size()}};
  return hit;
}

inline SearchResult result_of(std::vector<Hit> hits) {
  SearchResult result;
  result.query = "S-400 India";
  result.parsed = "S-400 India";
  result.index = {3, 25, 1};
  result.matches = hits.size();
  result.hits = std::move(hits);
  return result;
}

}  // namespace ibid
