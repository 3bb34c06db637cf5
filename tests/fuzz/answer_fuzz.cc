// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes as what ibid and the processes that read files for it say to each other: refused, or a
// request that is written again as the same, or an answer whose documents are sound, in whatever
// pieces it comes. With heads of frames of their own, too, so that payloads are reached.
#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "corpus/reader_process/reader_protocol.h"
#include "tests/fuzz/fuzz_input.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 16;

template <class Check>
void refused_or(const Check& check) {
  try {
    check();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
  }
}

// What the answer is, or nothing if it is refused.
struct Outcome {
  AnswerDecoder::State state = AnswerDecoder::State::kOpen;
  std::size_t documents = 0;
  std::string refusal;
  bool is_refused = false;
  bool operator==(const Outcome&) const = default;
};

Outcome take_answer(std::string_view bytes, std::size_t step) {
  AnswerDecoder decoder(FileFormat::kHtml, kMostBytes);
  Outcome outcome;
  try {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size()))) {
      decoder.take(bytes.substr(0, step));
    }
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    outcome.is_refused = true;
    return outcome;
  }
  outcome.state = decoder.state();
  if (outcome.state == AnswerDecoder::State::kRefused) {
    outcome.refusal = decoder.refusal();
    EXPECT_LE(outcome.refusal.size(), kMostRefusalBytes);
  }
  outcome.documents = decoder.documents().size();
  for (const ExtractedFile& document : decoder.documents()) {
    EXPECT_EQ(why_unsound(document), "");
    EXPECT_EQ(document.format, FileFormat::kHtml);
    EXPECT_EQ(decode_extracted(encode(document)), document);
  }
  return outcome;
}

void check_answer(std::string_view bytes) {
  const Outcome whole = take_answer(bytes, std::max<std::size_t>(1, bytes.size()));
  EXPECT_EQ(take_answer(bytes, 1), whole);
  EXPECT_EQ(take_answer(bytes, 7), whole);
}

void check_any(std::string_view bytes) {
  refused_or([&] {
    const std::string written = encode(decode_request(bytes));
    EXPECT_EQ(written, bytes);
  });
  refused_or([&] { EXPECT_EQ(encode(decode_guards(bytes)), bytes); });
  refused_or([&] { EXPECT_EQ(encode(decode_frame_head(bytes)), bytes); });
  check_answer(bytes);
  for (const FrameKind kind : {FrameKind::kDocument, FrameKind::kRefused}) {
    check_answer(encode(FrameHead{kind, bytes.size()}) + std::string(bytes) +
                 encode(FrameHead{FrameKind::kEnd, 0}));
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::check_any(ibid::fuzz::bytes_of(data, size));
  return 0;
}
