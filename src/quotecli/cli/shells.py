"""How bash, zsh and fish ask for completions, and how they are answered.

Typer knows what may follow on a command line, but its scripts put what they are told into the
line unquoted or into an ``eval``, and names of people come from articles that anybody may have
written. With the scripts here each shell quotes what it takes. An answer is one offer a line,
then a tab and a description. The variables are those that Typer's scripts set.
"""

import os

from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    split_arg_string,
)
from typer._completion_shared import _completion_scripts

_FILES = ":files"  # as the description of an offer: here the shell is to offer its files
_END = "_"  # stands for the cursor: any character that is part of a word


class _Shell(ShellComplete):
    """What the three have in common; ``source_template`` is the script as it is."""

    source_template = ""
    _option = ""

    def source_vars(self) -> dict[str, object]:
        """Nothing in the scripts varies."""
        return {}

    def source(self) -> str:
        """Give the script."""
        return self.source_template.rstrip("\n")

    def get_completion_args(self) -> tuple[list[str], str]:
        """Give the words before the one at the cursor, without the program, and that one."""
        # With a letter at the end the last word is the unfinished one, even if a blank or a
        # quotation mark has just been typed.
        *words, last = split_arg_string(os.environ.get("_TYPER_COMPLETE_ARGS", "") + _END)
        last = last.removesuffix(_END)
        if last.startswith("--"):  # these shells take "--speaker=Pu" for one word
            self._option = last[: last.find("=") + 1]
        return words[1:], last

    def format_completion(self, item: CompletionItem) -> str:
        """Write an offer as one line."""
        if item.help == _FILES:
            return _FILES
        value = f"{self._option}{item.value}"
        return f"{value}\t{' '.join(item.help.split())}" if item.help else value


class _Bash(_Shell):
    name = "bash"
    source_template = r"""# Completion of quotecli for bash 4.4 and newer.
_quotecli() {
    local offer
    COMPREPLY=()
    while IFS= read -r offer && [[ $offer ]]; do
        if [[ $offer == :files ]]; then
            compopt -o default
            return
        fi
        offer=${offer%%$'\t'*}
        # Bash then quotes what it puts into the line, as it does for files.
        [[ $offer == *[^[:alnum:]_-]* ]] && compopt -o filenames
        COMPREPLY+=("$offer")
    done < <(
        IFS=$'\n'
        COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
            _QUOTECLI_COMPLETE=complete_bash "$1" 2>/dev/null
    )
}

complete -o nosort -F _quotecli quotecli
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        words = split_arg_string(os.environ.get("COMP_WORDS", ""))
        position = int(os.environ.get("COMP_CWORD", "0"))
        before, at = words[1:position], words[position : position + 1]
        if before[-1:] == ["="]:  # bash takes "--speaker=Pu" apart
            del before[-1]
        return before, at[0] if at else ""


class _Zsh(_Shell):
    name = "zsh"
    source_template = r"""#compdef quotecli
# Completion of quotecli for zsh.
_quotecli() {
    local offer
    local -a offers
    while IFS= read -r offer && [[ -n $offer ]]; do
        if [[ $offer == :files ]]; then
            _files
            return
        fi
        # _describe takes "value:description".
        offers+=("${${offer//:/\\:}/$'\t'/:}")
    done < <(
        _TYPER_COMPLETE_ARGS="${words[1,CURRENT]}" \
            _QUOTECLI_COMPLETE=complete_zsh "${(Q)words[1]}" 2>/dev/null
    )
    _describe -V quotecli offers
}

if [[ $funcstack[1] == _quotecli ]]; then
    _quotecli
else
    compdef _quotecli quotecli
fi
"""


class _Fish(_Shell):
    name = "fish"
    source_template = r"""# Completion of quotecli for fish.
function __quotecli_offers
    set -l words (commandline -opc)
    set -l offers (
        env _TYPER_COMPLETE_ARGS=(commandline -cp | string collect) \
            _QUOTECLI_COMPLETE=complete_fish $words[1] 2>/dev/null
    )
    if test "$offers" = :files
        __fish_complete_path (commandline -ct)
    else
        string match --invert "" -- $offers
    end
end

complete --command quotecli --no-files --keep-order --arguments "(__quotecli_offers)"
"""


def speak_with_shells() -> None:
    """Let these scripts and answers serve in place of Typer's, ``--install-completion`` too."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell, shell.name)
        # Typer fills its names into a script, so "%" has to be doubled.
        _completion_scripts[shell.name] = shell.source_template.replace("%", "%%")


def script_for(shell: str) -> str:
    """Give the script of ``bash``, ``zsh`` or ``fish`` as it is installed."""
    return next(known.source_template for known in (_Bash, _Zsh, _Fish) if known.name == shell)


def files(incomplete: str) -> list[tuple[str, str]]:
    """Complete the name of a file: a shell knows best how."""
    return [(incomplete, _FILES)]
