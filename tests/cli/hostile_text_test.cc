// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names, arguments and lines of input that a terminal would obey: no stream shows them unescaped,
// in an answer or in an error message.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

// Returns the first character that is not text, "code 27 before byte 12"; empty if there is none.
std::string obeyed(const std::string& text) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, code);
    const bool control = code < 0 || (code != '\n' && code != '\r' && u_iscntrl(code) != 0) ||
                         u_hasBinaryProperty(code, UCHAR_BIDI_CONTROL) != 0 ||
                         (code >= 0xE0000 && code <= 0xE007F);
    if (control) return "code " + std::to_string(code) + " before byte " + std::to_string(at);
  }
  return "";
}

// All bytes that an argument or a file name may contain, in pieces short enough for a name.
std::vector<std::string> hostile_names() {
  std::vector<std::string> out = {"\x1b[31mred",
                                  "\x1b]0;title\x07",
                                  "a\nibid: all is well",
                                  "a\r\x1b[K",
                                  "\xE2\x80\xAEtxt.exe",
                                  "\xF3\xA0\x81\x81",
                                  "\xC2\x9B"
                                  "31m",
                                  "협정\xFF",
                                  "=cmd|' C'!A0",
                                  "<script>"};
  std::string bytes;
  for (int byte = 1; byte < 256; ++byte) {
    if (byte != '/') bytes += static_cast<char>(byte);
    if (bytes.size() < 64 && byte != 255) continue;
    out.push_back("a" + bytes);
    bytes.clear();
  }
  return out;
}

class HostileNames : public CommandTest {
 protected:
  void expect_text_only(const RunResult& result, const std::string& about) {
    EXPECT_EQ(result.signal, 0) << about;
    EXPECT_EQ(obeyed(result.out), "") << about << ": " << result.out;
    EXPECT_EQ(obeyed(result.err), "") << about << ": " << result.err;
  }
  std::string about(const std::vector<std::string>& arguments) {
    return testing::PrintToString(arguments);
  }
};

TEST_F(HostileNames, InFilesThatAreIndexedOrFail) {
  for (const std::string& name : hostile_names()) {
    write("reports/" + name + ".txt", "Harbour pact\n\nThe pact was signed. " + name + "\n");
    write("reports/" + name + "-bad.txt", std::string("\0\1\2\3\0\0", 6));
  }
  for (const char* progress : {"bar", "json", "none"}) {
    RunResult result = run({"index", "--rebuild", "--verbose", "--progress", progress, "reports"});
    // The sequences of the bar itself.
    for (std::size_t at; (at = result.err.find("\x1b[K")) != std::string::npos;)
      result.err.erase(at, 3);
    expect_text_only(result, progress);
  }
  const RunResult json = run({"index", "--rebuild", "--progress", "json", "reports"});
  expect_text_only(json, "json");
  EXPECT_THAT(json.err, HasSubstr("\\u001b"));  // the names are there
  write("claims.txt", "The pact was signed.\n");
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"search", "pact"},
                                             {"search", "--format", "jsonl", "pact"},
                                             {"search", "--explain", "pact"},
                                             {"audit"},
                                             {"audit", "--format", "sarif"},
                                             {"audit", "--format", "junit"},
                                             {"audit", "--format", "html"},
                                             {"audit", "--format", "markdown"},
                                             {"audit", "--format", "csv"},
                                             {"sources"},
                                             {"check", "claims.txt"},
                                             {"check", "--format", "markdown", "claims.txt"},
                                             {"check", "--format", "html", "claims.txt"},
                                             {"verify-quote", "pact was signed"},
                                             {"export", "--all", "--format", "csl-json"},
                                             {"export", "--all", "--format", "bibtex"},
                                             {"export", "--all", "--format", "markdown"},
                                             {"export", "--all", "--format", "webannotation"},
                                             {"info"},
                                             {"info", "--check"}}) {
    const RunResult result = run(arguments);
    expect_text_only(result, about(arguments));
    EXPECT_FALSE(result.out.empty()) << about(arguments);
  }
}

TEST_F(HostileNames, InArguments) {
  index_fixtures();
  // All of them in two arguments: a process for each is slow with sanitizers.
  std::string bytes, sequences;
  for (const std::string& name : hostile_names()) (name.size() > 60 ? bytes : sequences) += name;
  for (const std::string& name : {bytes, sequences}) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{name},
                                               {"help", name},
                                               {"--" + name},
                                               {"search", "-" + name},
                                               {"search", "--" + name},
                                               {"search", "--format", name, "pact"},
                                               {"search", "--limit", name, "pact"},
                                               {"search", "--index", name, "pact"},
                                               {"search", "--aliases", name, "pact"},
                                               {"search", "--facets", name, "pact"},
                                               {"search", "--sort", name, "pact"},
                                               {"search", name},
                                               {"search", name + " AND"},
                                               {"search", "lang:" + name},
                                               {"search", "date:\"" + name + "\""},
                                               {"search", "amount:" + name},
                                               {"search", "--format", "jsonl", name},
                                               {"index", name},
                                               {"index", "--memory", name, "."},
                                               {"info", name},
                                               {"copy", name, "copied"},
                                               {"copy", "index", name + "/in/it"},
                                               {"show", name},
                                               {"similar", name},
                                               {"similar", name + "#1.1"},
                                               {"source", name},
                                               {"sources", name},
                                               {"resolve", name},
                                               {"cite", name},
                                               {"verify-quote", name},
                                               {"check", name},
                                               {"check-bundle", name},
                                               {"bundle", "pact", "--output", name + "/x.zip"},
                                               {"audit", "--baseline", name},
                                               {"audit", "--rules", name},
                                               {"export", "--fields", name, "--format", "csv"},
                                               {"export", "--output", name + "/x"},
                                               {"export", "--what", name}}) {
      expect_text_only(run(arguments), about(arguments));
    }
  }
}

TEST_F(HostileNames, InLinesOfInputAndFilesThatAreRead) {
  index_fixtures();
  RunOptions input = options();
  for (const std::string& name : hostile_names())
    input.input += name + "\n{\"id\":\"" + name + "\n";
  for (const char* command : {"resolve", "verify-quote", "check", "cite", "show"}) {
    expect_text_only(run({command, "-"}, input), command);
  }
  write("aliases.toml", "\"\x1b[31m\" = \xE2\x80\xAE\n");
  expect_text_only(run({"search", "--aliases", "aliases.toml", "pact"}), "aliases");
  write("baseline", "\x1b[31m\n{\"\xE2\x80\xAE");
  expect_text_only(run({"audit", "--baseline", "baseline"}), "baseline");
  write(
      "index/ibid.json",
      "{\"format_version\":5,\"analyzer\":\"\\u001b[31m\\u202e\",\"created_by\":\"\",\"build\":1}");
  const RunResult result = run({"search", "pact"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("analyzer"));
  expect_text_only(result, "ibid.json");
}

}  // namespace
}  // namespace ibid
