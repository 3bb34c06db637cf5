// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/reader_process/reader_protocol.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::string_view kName = "ibidrd";
constexpr char kVersion = 2;

[[noreturn]] void fail() {
  throw Error(ErrorKind::kInput, "its reader's answer makes no sense; the file may be hostile");
}

void put(std::string& out, std::uint64_t value) {
  for (unsigned i = 0; i < 8; ++i, value >>= 8) out += static_cast<char>(value & 0xFF);
}
void put(std::string& out, std::string_view text) {
  put(out, text.size());
  out += text;
}

// Every read checks its bounds.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    const std::string_view taken = take(8);
    std::uint64_t value = 0;
    for (unsigned i = 8; i-- > 0;) value = value << 8 | static_cast<unsigned char>(taken[i]);
    return value;
  }
  std::uint64_t number_up_to(std::uint64_t most) {
    const std::uint64_t value = number();
    if (value > most) fail();
    return value;
  }
  std::string text() { return std::string(take(number())); }
  void end() const {
    if (!bytes_.empty()) fail();
  }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > bytes_.size()) fail();
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::string_view bytes_;
};

template <class Mapping>
auto mapped_names(Mapping& m) {
  return std::array{&m.items, &m.id,     &m.title,     &m.date,    &m.text,
                    &m.url,   &m.author, &m.publisher, &m.language};
}

}  // namespace

std::string encode(const FrameHead& head) {
  std::string out(kName);
  out += kVersion;
  out += static_cast<char>(head.kind);
  put(out, head.size);
  return out;
}

FrameHead decode_frame_head(std::string_view bytes) {
  if (bytes.size() != kFrameHeadBytes || !bytes.starts_with(kName) ||
      bytes[kName.size()] != kVersion) {
    fail();
  }
  const auto kind = static_cast<unsigned char>(bytes[kName.size() + 1]);
  if (kind < static_cast<unsigned>(FrameKind::kHello) ||
      kind > static_cast<unsigned>(FrameKind::kPicture)) {
    fail();
  }
  return {static_cast<FrameKind>(kind), Fields(bytes.substr(kName.size() + 2)).number()};
}

std::string in_words(const ReaderGuards& guards) {
  return fmt::format(
      "seccomp {}, {}, memory {}", guards.seccomp ? "yes" : "no",
      guards.landlock_abi > 0 ? fmt::format("Landlock ABI {}", guards.landlock_abi)
                              : "Landlock no (the kernel has none)",
      guards.memory_bytes > 0 ? fmt::format("{} MiB", guards.memory_bytes >> 20) : "not bounded");
}

std::string encode(const ReaderGuards& guards) {
  std::string out;
  put(out, std::uint64_t{guards.seccomp});
  put(out, guards.landlock_abi);
  put(out, guards.memory_bytes);
  return out;
}

ReaderGuards decode_guards(std::string_view bytes) {
  Fields in(bytes);
  ReaderGuards guards;
  guards.seccomp = in.number_up_to(1) == 1;
  guards.landlock_abi = static_cast<std::uint32_t>(in.number_up_to(UINT32_MAX));
  guards.memory_bytes = in.number();
  in.end();
  return guards;
}

std::string encode(const ReadRequest& request) {
  const ReaderInput& input = request.input;
  std::string out;
  put(out, request.cpu_ms);
  put(out, static_cast<std::uint64_t>(input.format));
  put(out, input.assumed ? static_cast<std::uint64_t>(*input.assumed) + 1 : 0);
  for (const std::string* name : mapped_names(input.mapping)) put(out, *name);
  put(out, std::uint64_t{input.mapping.html_text});
  const ReaderLimits& limits = input.limits;
  for (const std::uint64_t limit :
       {limits.part_bytes, limits.file_bytes, limits.text_bytes, limits.ratio,
        std::uint64_t{limits.entries}, std::uint64_t{limits.depth}}) {
    put(out, limit);
  }
  put(out, std::uint64_t{request.picture.has_value()});
  if (request.picture) {
    put(out, request.picture->page);
    put(out, request.picture->most_width);
    put(out, request.picture->most_height);
  }
  return out;
}

ReadRequest decode_request(std::string_view bytes) {
  Fields in(bytes);
  ReadRequest request;
  ReaderInput& input = request.input;
  request.cpu_ms = in.number();
  input.format = static_cast<FileFormat>(in.number_up_to(static_cast<std::uint64_t>(kLastFormat)));
  const auto encoding = in.number_up_to(static_cast<std::uint64_t>(kLastEncoding) + 1);
  if (encoding > 0) input.assumed = static_cast<Encoding>(encoding - 1);
  for (std::string* name : mapped_names(input.mapping)) *name = in.text();
  input.mapping.html_text = in.number_up_to(1) == 1;
  ReaderLimits& limits = input.limits;
  limits.part_bytes = in.number();
  limits.file_bytes = in.number();
  limits.text_bytes = in.number();
  limits.ratio = in.number();
  limits.entries = static_cast<std::uint32_t>(in.number_up_to(UINT32_MAX));
  limits.depth = static_cast<std::uint32_t>(in.number_up_to(UINT32_MAX));
  if (in.number_up_to(1) == 1) {
    PictureAsked& asked = request.picture.emplace();
    asked.page = static_cast<std::uint32_t>(in.number_up_to(UINT32_MAX));
    asked.most_width = static_cast<std::uint32_t>(in.number_up_to(kMostPictureSide));
    asked.most_height = static_cast<std::uint32_t>(in.number_up_to(kMostPictureSide));
  }
  in.end();
  return request;
}

std::string encode(const PagePicture& picture) {
  std::string out;
  put(out, picture.width);
  put(out, picture.height);
  put(out, picture.channels);
  put(out, std::string_view(picture.pixels));
  return out;
}

PagePicture decode_picture(std::string_view bytes) {
  Fields in(bytes);
  PagePicture picture;
  picture.width = static_cast<std::uint32_t>(in.number_up_to(kMostPictureSide));
  picture.height = static_cast<std::uint32_t>(in.number_up_to(kMostPictureSide));
  picture.channels = static_cast<std::uint8_t>(in.number_up_to(3));
  picture.pixels = in.text();
  in.end();
  const bool sound =
      picture.width > 0 && picture.height > 0 && (picture.channels == 1 || picture.channels == 3) &&
      picture.pixels.size() == std::size_t{picture.width} * picture.height * picture.channels;
  if (!sound) fail();
  return picture;
}

AnswerDecoder::AnswerDecoder(FileFormat format, std::uint64_t most_bytes, Kind kind)
    : format_(format), bytes_left_(most_bytes), kind_(kind) {}

void AnswerDecoder::take(std::string_view bytes) {
  while (!bytes.empty()) {
    if (state_ != State::kOpen) fail();  // more than an answer
    std::string& into = in_frame_ ? payload_ : head_;
    const std::uint64_t wanted = in_frame_ ? frame_.size : kFrameHeadBytes;
    const std::size_t taken = std::min<std::uint64_t>(wanted - into.size(), bytes.size());
    into += bytes.substr(0, taken);
    bytes.remove_prefix(taken);
    if (!in_frame_ && into.size() == wanted) begin_frame();
    if (in_frame_ && payload_.size() == frame_.size) end_frame();
  }
}

void AnswerDecoder::begin_frame() {
  frame_ = decode_frame_head(std::exchange(head_, {}));
  in_frame_ = true;
  payload_.clear();
  const bool is_document =
      frame_.kind == (kind_ == Kind::kPicture ? FrameKind::kPicture : FrameKind::kDocument);
  const std::uint64_t most = is_document                          ? bytes_left_
                             : frame_.kind == FrameKind::kRefused ? kMostRefusalBytes
                                                                  : 0;
  if (is_document && (frame_.size > most || documents_.size() == kMostDocuments)) {
    throw Error(ErrorKind::kInput, "its reader's answer is too large; split the file");
  }
  if (frame_.size > most) fail();
  payload_.reserve(frame_.size);
}

void AnswerDecoder::end_frame() {
  in_frame_ = false;
  switch (frame_.kind) {
    case FrameKind::kDocument:
      bytes_left_ -= frame_.size;
      documents_.push_back(decode_extracted(payload_));
      // A reader of one format might claim the exacter places of another. What is attached to a
      // mail is of any format.
      if (documents_.back().format != format_ && format_ != FileFormat::kEml) fail();
      return;
    case FrameKind::kPicture:
      if (picture_) fail();
      bytes_left_ -= frame_.size;
      picture_ = decode_picture(payload_);
      return;
    case FrameKind::kEnd:
      if (kind_ == Kind::kPicture && !picture_) fail();
      state_ = State::kRead;
      return;
    case FrameKind::kRefused:
      if (payload_.empty() || !is_utf8(payload_)) fail();
      state_ = State::kRefused;
      return;
    case FrameKind::kExhausted:
      state_ = State::kExhausted;
      return;
    default:
      fail();
  }
}

}  // namespace ibid
