// SPDX-License-Identifier: GPL-2.0-or-later
//
// Help texts within 80 columns: CLI11's own formatter does not wrap.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "tools/terminal/command.h"

namespace ibid {

inline constexpr std::size_t kHelpColumns = 80;

// The list of commands, by group.
std::string program_help(const CLI::App& app);

std::string command_help(const Command& command, const CLI::App& app);

}  // namespace ibid
