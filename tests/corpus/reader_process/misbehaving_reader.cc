// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid-read with a reader that does what the file says, "VERB ARGUMENT": what readers do, and what
// a damaged or hostile file may make them do.
#include <signal.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <map>
#include <stdexcept>
#include <thread>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "corpus/extract/reader_input.h"
#include "corpus/reader_process/reader_protocol.h"
#include "tests/corpus/reader_process/forbidden_acts.h"
#include "tools/reader/run_reader.h"

namespace ibid {
namespace {

using Documents = std::vector<ExtractedFile>;

int files_read = 0;
bool poisoned = false;

ExtractedFile document(const ReaderInput& input, std::string_view text) {
  ExtractBuilder builder(input.format, AnchorGrade::kByte, "test/1", input.limits.text_bytes);
  builder.add_part({});
  builder.add(text, 0, 0, text.size());
  return builder.finish();
}

void write_raw(const std::string& bytes) {
  if (write(STDOUT_FILENO, bytes.data(), bytes.size()) < 0) _exit(9);
}

[[noreturn]] void die_by(int number) {
  signal(number, SIG_DFL);  // a sanitizer would tell of it first
  raise(number);
  _exit(9);
}

[[noreturn]] void work_for_ever() {
  for (volatile unsigned n = 0;;) n = n + 1;
}

[[noreturn]] void sleep_for_ever() {
  for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

Documents eat_memory(const ReaderInput& input) {
  std::vector<std::vector<char>> eaten;
  for (;;) eaten.emplace_back(std::size_t{16} << 20, 'x');
  return {document(input, "full")};
}

// The request as it came here.
std::string said_of(const ReaderInput& input) {
  return input.mapping.title + "|" + input.mapping.language + "|" +
         (input.mapping.html_text ? "html" : "plain") + "|" +
         (input.assumed ? to_string(*input.assumed) : "none") + "|" +
         std::to_string(input.limits.depth) + "|" + std::to_string(input.limits.ratio);
}

using Act = std::function<Documents(const ReaderInput&, const std::string&)>;

const std::map<std::string, Act>& good_acts() {
  static const std::map<std::string, Act> kActs = {
      {"say", [](auto& in, auto& text) { return Documents{document(in, text)}; }},
      {"twice", [](auto& in, auto& text) { return Documents(2, document(in, text)); }},
      {"none", [](auto&, auto&) { return Documents{}; }},
      {"refuse", [](auto&, auto& why) -> Documents { throw Error(ErrorKind::kInput, why); }},
      {"throw", [](auto&, auto& why) -> Documents { throw std::runtime_error(why); }},
      {"count",
       [](auto& in, auto&) {
         return Documents{
             document(in, std::to_string(files_read) + " " + std::to_string(getpid()))};
       }},
      {"request", [](auto& in, auto&) { return Documents{document(in, said_of(in))}; }},
      {"nap",
       [](auto& in, auto& ms) {
         std::this_thread::sleep_for(std::chrono::milliseconds(std::stoi(ms)));
         return Documents{document(in, "awake")};
       }},
      {"many",
       [](auto& in, auto& n) {
         return Documents(static_cast<std::size_t>(std::stoi(n)), document(in, "x"));
       }},
      {"try", [](auto& in, auto& act) { return Documents{document(in, try_act(act))}; }},
  };
  return kActs;
}

const std::map<std::string, Act>& bad_acts() {
  static const std::map<std::string, Act> kActs = {
      {"signal", [](auto&, auto& n) -> Documents { die_by(std::stoi(n)); }},
      {"abort", [](auto&, auto&) -> Documents { std::abort(); }},
      {"exit", [](auto&, auto& code) -> Documents { _exit(std::stoi(code)); }},
      {"work", [](auto&, auto&) -> Documents { work_for_ever(); }},
      {"sleep", [](auto&, auto&) -> Documents { sleep_for_ever(); }},
      {"eat", [](auto& in, auto&) { return eat_memory(in); }},
      {"garbage",
       [](auto& in, auto& bytes) {
         write_raw(bytes);
         return Documents{document(in, "more")};
       }},
      {"too-much",
       [](auto& in, auto&) {
         write_raw(encode(FrameHead{FrameKind::kEnd, 0}) + encode(FrameHead{FrameKind::kEnd, 0}));
         return Documents{document(in, "more")};
       }},
      {"unsound",
       [](auto& in, auto&) {
         ExtractedFile file = document(in, "text");
         file.blocks[0].text.end = 1000;
         return Documents{file};
       }},
      {"other-format",
       [](auto& in, auto&) {
         ExtractedFile file = document(in, "text");
         file.format = FileFormat::kText;
         return Documents{file};
       }},
      {"claim",
       [](auto&, auto& size) -> Documents {
         write_raw(encode(FrameHead{FrameKind::kDocument, std::stoull(size)}));
         sleep_for_ever();
       }},
      {"close",
       [](auto&, auto&) -> Documents {
         close(STDOUT_FILENO);
         sleep_for_ever();
       }},
      {"poison",
       [](auto& in, auto&) {
         poisoned = true;
         return Documents{document(in, "poisoned")};
       }},
  };
  return kActs;
}

Documents act(const ReaderInput& input) {
  ++files_read;
  if (poisoned) die_by(SIGSEGV);
  const std::size_t space = std::min(input.bytes.size(), input.bytes.find(' '));
  const std::string verb(input.bytes.substr(0, space));
  const std::string argument(input.bytes.substr(std::min(input.bytes.size(), space + 1)));
  for (const auto* acts : {&good_acts(), &bad_acts()}) {
    if (const auto found = acts->find(verb); found != acts->end()) {
      return found->second(input, argument);
    }
  }
  throw Error(ErrorKind::kInput, "it says nothing that is known");
}

// "pixels 12": so many, of a picture as large as asked for. Other texts are acted on as above.
PagePicture draw(const ReaderInput& input, const PictureAsked& asked) {
  constexpr std::string_view kPixels = "pixels ";
  if (!input.bytes.starts_with(kPixels)) {
    act(input);
    return {};
  }
  const auto count = std::stoull(std::string(input.bytes.substr(kPixels.size())));
  return {asked.most_width, asked.most_height, 1,
          std::string(count, static_cast<char>('a' + asked.page))};
}

std::string is_unfit() { return "its maps of characters are missing; install poppler-data"; }

constexpr std::array kReaders =
    std::to_array<FormatReader>({{FileFormat::kHtml, act, nullptr, draw},
                                 {FileFormat::kJson, act},
                                 {FileFormat::kPdf, act, is_unfit}});

}  // namespace
}  // namespace ibid

int main(int argc, char** argv) { return ibid::run_reader(argc, argv, ibid::kReaders); }
