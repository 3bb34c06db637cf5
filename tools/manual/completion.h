// SPDX-License-Identifier: GPL-2.0-or-later
//
// Shell completions, made from the table of commands and their options, so that they cannot differ
// from --help.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

namespace ibid {

enum class Shell : std::uint8_t { kBash, kZsh, kFish };

// A script for the shell to load: it completes commands, options, the words an option takes, and
// otherwise files.
// `program` has all commands as subcommands. Sources of the formats: bash(1) "Programmable
// Completion", zshcompsys(1) _arguments, fish complete(1).
std::string completion_script(Shell shell, const CLI::App& program);

}  // namespace ibid
