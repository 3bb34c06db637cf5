// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/reader_process/reader_protocol.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"

namespace ibid {
namespace {

using State = AnswerDecoder::State;

ReadRequest sample_request() {
  ReadRequest request;
  request.cpu_ms = 21'000;
  request.input.format = FileFormat::kRss;
  request.input.assumed = Encoding::kUtf8;
  FieldMapping& mapping = request.input.mapping;
  mapping = {"items", "id", "제목", "meta.date", "text", "url", "by", "press", "lang", true};
  request.input.limits = {1, 2, 3, 4, 5, 6};
  return request;
}

std::string frame(FrameKind kind, const std::string& payload = {}) {
  return encode(FrameHead{kind, payload.size()}) + payload;
}

std::string encoded_document(const std::string& text) {
  ExtractBuilder builder(FileFormat::kHtml, AnchorGrade::kByte, "test/1", 1000);
  builder.add_part({});
  builder.add(text, 0, 0, text.size());
  return encode(builder.finish());
}

TEST(ReaderProtocol, BringsRequestsBack) {
  const std::string bytes = encode(sample_request());
  const ReadRequest back = decode_request(bytes);
  EXPECT_EQ(encode(back), bytes);
  EXPECT_EQ(back.cpu_ms, 21'000U);
  EXPECT_EQ(back.input.format, FileFormat::kRss);
  EXPECT_EQ(back.input.assumed, Encoding::kUtf8);
  EXPECT_EQ(back.input.mapping, sample_request().input.mapping);
  EXPECT_EQ(back.input.limits.part_bytes, 1U);
  EXPECT_EQ(back.input.limits.depth, 6U);
  EXPECT_EQ(decode_request(encode(ReadRequest{})).input.assumed, std::nullopt);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(decode_request(bytes.substr(0, size)), Error) << size;
  }
  EXPECT_THROW(decode_request(bytes + '\0'), Error);
}

TEST(ReaderProtocol, BringsGuardsBack) {
  const ReaderGuards guards{true, 7, 1 << 30};
  const std::string bytes = encode(guards);
  EXPECT_EQ(decode_guards(bytes), guards);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(decode_guards(bytes.substr(0, size)), Error) << size;
  }
}

TEST(ReaderProtocol, RefusesHeadsOfOtherVersions) {
  const std::string head = encode(FrameHead{FrameKind::kEnd, 0x123456789ABCDEF0});
  ASSERT_EQ(head.size(), kFrameHeadBytes);
  EXPECT_EQ(decode_frame_head(head).size, 0x123456789ABCDEF0U);
  for (std::size_t at = 0; at < 8; ++at) {
    std::string changed = head;
    changed[at] = static_cast<char>(changed[at] ^ 0x18);
    EXPECT_THROW(decode_frame_head(changed), Error) << at;
  }
  EXPECT_THROW(decode_frame_head(head.substr(1)), Error);
}

TEST(AnswerDecoder, TakesAnAnswerInPiecesOfAnySize) {
  const std::string answer = frame(FrameKind::kDocument, encoded_document("수출은 3%")) +
                             frame(FrameKind::kDocument, encoded_document("Sales")) +
                             frame(FrameKind::kEnd);
  for (std::size_t step = 1; step <= answer.size(); ++step) {
    AnswerDecoder decoder(FileFormat::kHtml, 10'000);
    for (std::size_t at = 0; at < answer.size(); at += step) {
      EXPECT_EQ(decoder.state(), State::kOpen);
      decoder.take(std::string_view(answer).substr(at, step));
    }
    ASSERT_EQ(decoder.state(), State::kRead);
    ASSERT_EQ(decoder.documents().size(), 2U);
    EXPECT_EQ(decoder.documents()[0].text, "수출은 3%");
    EXPECT_EQ(decoder.documents()[1].text, "Sales");
    EXPECT_THROW(decoder.take("x"), Error);
  }
}

TEST(AnswerDecoder, RefusesWhatIsNoAnswer) {
  const std::string document = encoded_document("Sales");
  const auto take = [&](const std::string& bytes, FileFormat format = FileFormat::kHtml,
                        std::uint64_t most = 10'000) {
    AnswerDecoder decoder(format, most);
    decoder.take(bytes);
    return decoder.state();
  };
  EXPECT_EQ(take(frame(FrameKind::kRefused, "왜")), State::kRefused);
  EXPECT_EQ(take(frame(FrameKind::kExhausted)), State::kExhausted);
  EXPECT_EQ(take(frame(FrameKind::kDocument, document)), State::kOpen);
  EXPECT_EQ(take(frame(FrameKind::kDocument, document), FileFormat::kHtml, document.size()),
            State::kOpen);
  EXPECT_THROW(take(frame(FrameKind::kDocument, document), FileFormat::kHtml, document.size() - 1),
               Error);
  EXPECT_THROW(take(frame(FrameKind::kDocument, document) + frame(FrameKind::kDocument, document),
                    FileFormat::kHtml, 2 * document.size() - 1),
               Error);
  EXPECT_THROW(take(frame(FrameKind::kDocument, document), FileFormat::kPdf), Error);
  EXPECT_THROW(take(frame(FrameKind::kDocument)), Error);
  EXPECT_THROW(take(frame(FrameKind::kEnd, "x")), Error);
  EXPECT_THROW(take(frame(FrameKind::kRefused)), Error);
  EXPECT_THROW(take(frame(FrameKind::kRefused, "\xFF")), Error);
  EXPECT_THROW(take(frame(FrameKind::kRefused, std::string(kMostRefusalBytes + 1, 'x'))), Error);
  for (const FrameKind kind : {FrameKind::kHello, FrameKind::kRequest, FrameKind::kFile}) {
    EXPECT_THROW(take(frame(kind)), Error);
    EXPECT_THROW(take(frame(kind, "x")), Error);
  }
}

}  // namespace
}  // namespace ibid
