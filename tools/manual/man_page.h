// SPDX-License-Identifier: GPL-2.0-or-later
//
// Manual pages, made from the table of commands, so that they cannot differ from --help. Source of
// the format: groff_man(7).
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "tools/terminal/command.h"

namespace ibid {

// The page ibid-COMMAND(1), UTF-8.
std::string man_page(const Command& command, const CLI::App& app);

// The page ibid(1): the list of commands, and what holds for all of them.
std::string program_man_page();

}  // namespace ibid
