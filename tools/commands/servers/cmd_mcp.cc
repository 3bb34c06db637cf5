// SPDX-License-Identifier: GPL-2.0-or-later
//
// `ibid mcp`: answers an assistant over standard input and output.
#include <unistd.h>

#include <memory>
#include <string_view>

#include "tools/mcp/session/mcp_session.h"
#include "tools/mcp/stdio/stdio_server.h"
#include "tools/mcp/tools/index_api.h"
#include "tools/mcp/tools/mcp_tools.h"
#include "tools/terminal/command.h"
#include "tools/terminal/option_groups.h"
#include "tools/terminal/output.h"
#include "tools/terminal/standard_streams.h"

namespace ibid {
namespace {

bool send(std::string_view lines) {
  write_output(lines);
  flush_output();
  return !reader_left();
}

int run(const IndexDirOption& index) {
  McpTools tools(api_of_index(index.directory()));
  McpSession session(tools, Handshake::kNeeded);
  if (isatty(STDIN_FILENO) == 1) {
    write_error("ibid: waiting for an assistant's messages on standard input; Ctrl-D ends\n");
  }
  serve_messages(session, STDIN_FILENO, send);
  return kExitFound;
}

Action add_options(CLI::App& app) {
  auto index = std::make_shared<IndexDirOption>();
  index->add(app);
  return [index](const Operands&) { return run(*index); };
}

}  // namespace

const Command kMcpCommand = {
    .name = "mcp",
    .summary = "answer an assistant (Model Context Protocol)",
    .group = "Serve",
    .operands = "",
    .min_operands = 0,
    .max_operands = 0,
    .about =
        "An assistant starts this program and asks it over standard input and output, a line of "
        "JSON for each message (Model Context Protocol, revisions 2025-06-18, 2025-11-25 and "
        "2026-07-28). It ends when standard input does.\n\n"
        "The assistant gets tools to search, to read, to verify quotations, to compare claims, to "
        "follow sources and permalinks, to audit and to cite. They only read the index. Each "
        "answer says who says what, and where; text of the reports is quoted in it and marked as "
        "such.\n\n"
        "The index need not be there when the program starts; until it is, each tool says so. One "
        "that is updated or rebuilt meanwhile is seen at once. `ibid serve` answers assistants "
        "over HTTP, at /mcp.",
    .examples =
        "claude mcp add ibid -- ibid mcp --index ~/reports/index\n"
        "{\"mcpServers\": {\"ibid\": {\"command\": \"ibid\", \"args\": [\"mcp\"]}}}",
    .exit_codes =
        "0    standard input is at its end\n"
        "2    error: no folder for the index is known, the streams cannot be used",
    .add_options = add_options,
};

}  // namespace ibid
