// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/bundle_anchor.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "corpus/report/sha256.h"
#include "corpus/report/source_places.h"
#include "corpus/text/code_points.h"
#include "search/bundles/anchor_json.h"
#include "search/bundles/decoded_source.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

float rounded(float points) {
  return static_cast<float>(std::round(static_cast<double>(points) * 100) / 100);
}

BundlePlace named_place(const ExtractedFile& document, const SourcePlace& place) {
  BundlePlace out;
  const SourcePart& part = document.parts[place.part];
  if (document.grade == AnchorGrade::kPage) {
    out.page = place.part + 1;
    out.name = part.name;
    for (const PageBox& box : place.boxes) {
      out.boxes.push_back(
          {rounded(box.left), rounded(box.top), rounded(box.width), rounded(box.height)});
    }
    return out;
  }
  out.bytes = place.bytes;
  if (document.grade == AnchorGrade::kPart) {
    out.name = part.name;
    out.sha256 = part.sha256;
  }
  return out;
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_within(ByteRange inner, ByteRange outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// The end of a length from `begin` on; the largest number if there is none.
std::uint64_t end_of(std::uint64_t begin, std::uint64_t length) {
  return begin + length < begin ? UINT64_MAX : begin + length;
}

class AnchorCheck {
 public:
  AnchorCheck(const BundleAnchor& anchor, ByteRange text, std::uint64_t file_size)
      : anchor_(anchor), text_(text), file_size_(file_size), text_end_(text.begin) {}

  std::string run() {
    if (anchor_.decodes && anchor_.grade != AnchorGrade::kByte) {
      return "its anchor has no bytes of the file that could decode to its text";
    }
    for (const BundlePlace& place : anchor_.places) {
      std::string why = anchor_.grade == AnchorGrade::kPage ? on_page(place) : in_bytes(place);
      if (!why.empty()) return why;
    }
    return {};
  }

 private:
  std::string on_page(const BundlePlace& place) const {
    if (place.page == 0) return "its anchor is on no page";
    if (place.boxes.empty()) return "its anchor has no box on its page";
    return {};
  }

  std::string in_bytes(const BundlePlace& place) {
    if (anchor_.grade == AnchorGrade::kPart && (place.name.empty() || !is_hash(place.sha256))) {
      return "its anchor names no part of the file";
    }
    if (anchor_.grade == AnchorGrade::kByte && place.bytes.end > file_size_) {
      return "its anchor ends past the end of the file";
    }
    std::uint64_t end = place.bytes.begin;
    for (const TextSpan& span : place.spans) {
      const ByteRange text{span.text_begin, end_of(span.text_begin, span.length)};
      const ByteRange bytes{span.file_begin, end_of(span.file_begin, span.file_length)};
      if (!is_within(text, text_) || text.begin < text_end_ || span.length == 0) {
        return "its anchor is not of its text";
      }
      if (!is_within(bytes, place.bytes) || bytes.begin < end) {
        return "the bytes of its anchor are out of order";
      }
      text_end_ = text.end;
      end = bytes.end;
    }
    return place.spans.empty() ? "its anchor is not of its text" : std::string();
  }

  const BundleAnchor& anchor_;
  ByteRange text_;
  std::uint64_t file_size_;
  std::uint64_t text_end_;  // of the spans so far
};

}  // namespace

BundleAnchor anchor_of(const ExtractedFile& document, ByteRange text) {
  BundleAnchor out;
  out.grade = document.grade;
  for (const SourcePlace& place : source_places(document, text)) {
    out.places.push_back(named_place(document, place));
  }
  if (document.grade == AnchorGrade::kPage || out.places.empty()) return out;
  // As source_places() divides them: a place ends where the next one begins.
  const auto end = [](const SourceAnchor& anchor) { return anchor.span.text_end(); };
  auto anchor = std::ranges::upper_bound(document.anchors, text.begin, {}, end);
  std::size_t place = 0;
  std::uint32_t part = anchor->part;
  std::uint64_t last = 0;
  for (; anchor != document.anchors.end() && anchor->span.text_begin < text.end; ++anchor) {
    TextSpan span = anchor->span.clip(text.begin, text.end);
    span.text_begin = std::max(anchor->span.text_begin, text.begin);
    if (anchor->part != part || span.file_begin < last) ++place;
    part = anchor->part;
    last = span.file_end();
    append_span(out.places[place].spans, span);
  }
  return out;
}

std::string wrong_in_anchor(const BundleAnchor& anchor, ByteRange text, std::uint64_t file_size) {
  return AnchorCheck(anchor, text, file_size).run();
}

std::uint64_t anchor_bytes(const BundleAnchor& anchor, std::uint64_t size) {
  if (!anchor.decodes) return 0;
  std::uint64_t bytes = 0;
  for (const BundlePlace& place : anchor.places) bytes += std::min(place.bytes.size(), size);
  return bytes;
}

bool anchor_decodes(const BundleAnchor& anchor, ByteRange text, std::string_view extracted,
                    std::string_view file) {
  std::vector<SourcePiece> pieces;
  std::uint64_t end = text.begin;
  const auto skip_to = [&](std::uint64_t next) {
    const bool blank = trim(extracted.substr(end, next - end)).empty();
    end = next;
    return blank;
  };
  for (const BundlePlace& place : anchor.places) {
    for (const TextSpan& span : place.spans) {
      if (!skip_to(span.text_begin)) return false;
      pieces.push_back({extracted.substr(span.text_begin, span.length),
                        file.substr(span.file_begin, span.file_length)});
      end = span.text_end();
    }
  }
  return skip_to(text.end) && decode_to_text(pieces);
}

std::string place_words(const BundleAnchor& anchor) {
  std::string out;
  for (const BundlePlace& place : anchor.places) {
    if (anchor.grade == AnchorGrade::kByte) continue;
    std::string one = place.name;
    if (anchor.grade == AnchorGrade::kPage) {
      const std::string page = std::to_string(place.page);
      one = place.name.empty() || place.name == page
                ? page
                : fmt::format("{} (page {})", place.name, page);
    }
    // A passage may come back to a part.
    if (out == one || out.ends_with(", " + one)) continue;
    out += (out.empty() ? "" : ", ") + one;
  }
  if (anchor.grade != AnchorGrade::kPage || out.empty()) return out;
  return (out.find(", ") == std::string::npos ? "p. " : "pp. ") + out;
}

namespace {

Json place_json(const BundlePlace& place, AnchorGrade grade) {
  Json out = Json::object();
  if (grade == AnchorGrade::kPage) {
    out["page"] = place.page;
    if (!place.name.empty()) out["label"] = place.name;
    out["boxes"] = Json::array();
    for (const PageBox& box : place.boxes) out["boxes"].push_back(json_box(box));
    return out;
  }
  if (grade == AnchorGrade::kPart) {
    out["part"] = place.name;
    out["sha256"] = place.sha256;
  }
  out["bytes"] = json_range(place.bytes);
  out["spans"] = Json::array();
  for (const TextSpan& span : place.spans) {
    out["spans"].push_back({{"text_bytes", json_range({span.text_begin, span.text_end()})},
                            {"bytes", json_range({span.file_begin, span.file_end()})}});
  }
  return out;
}

BundlePlace read_place(const ManifestNode& node, AnchorGrade grade) {
  BundlePlace out;
  if (grade == AnchorGrade::kPage) {
    out.page = node.at("page").count32();
    out.name = node.text_or_none("label");
    for (const ManifestNode& box : node.at("boxes").list()) {
      out.boxes.push_back({box.at("left").length(), box.at("top").length(),
                           box.at("width").length(), box.at("height").length()});
    }
    return out;
  }
  if (grade == AnchorGrade::kPart) {
    out.name = node.at("part").text();
    out.sha256 = node.at("sha256").text();
  }
  out.bytes = node.at("bytes").range();
  for (const ManifestNode& span : node.at("spans").list()) {
    const ByteRange text = span.at("text_bytes").range();
    const ByteRange bytes = span.at("bytes").range();
    out.spans.push_back({text.begin, bytes.begin, text.size(), bytes.size()});
  }
  return out;
}

}  // namespace

Json anchor_json(const BundleAnchor& anchor) {
  Json places = Json::array();
  for (const BundlePlace& place : anchor.places) places.push_back(place_json(place, anchor.grade));
  Json out = {{"grade", to_string(anchor.grade)}, {"places", std::move(places)}};
  if (anchor.grade == AnchorGrade::kByte) out["decodes"] = anchor.decodes;
  return out;
}

BundleAnchor read_anchor(const ManifestNode& node) {
  BundleAnchor out;
  out.grade = static_cast<AnchorGrade>(node.at("grade").word({"byte", "part", "page"}));
  for (const ManifestNode& place : node.at("places").list()) {
    out.places.push_back(read_place(place, out.grade));
  }
  if (out.grade == AnchorGrade::kByte) out.decodes = node.at("decodes").boolean();
  return out;
}

}  // namespace ibid
