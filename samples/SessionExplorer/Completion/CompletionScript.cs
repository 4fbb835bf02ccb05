using System.CommandLine;

namespace SessionExplorer.Completion;

/// <summary>A shell script that completes commands, options and their values. It does not start
/// a process while the user types.</summary>
internal static class CompletionScript
{
    public const string Bash = "bash";
    public const string Zsh = "zsh";

    public static string Create(string shell, RootCommand root) =>
        $"{(shell == Bash ? BashStart : ZshStart)}\n{CandidateCases.Create(root)}\n{(shell == Bash ? BashEnd : ZshEnd)}";

    private const string BashStart = """
        # Completion of session-explorer for bash.
        _session_explorer() {
            local command='' word before=''
            local -a candidates
            candidates=()
            COMPREPLY=()
            local prev=${COMP_WORDS[COMP_CWORD-1]} cur=${COMP_WORDS[COMP_CWORD]}
            for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        """;

    // In a comma-separated list, the last entry is completed. A value with = continues, so no blank follows.
    private const string BashEnd = """
            [[ $cur == *,* ]] && before=${cur%,*},
            for word in "${candidates[@]}"; do
                if [[ $word == "${cur#"$before"}"* ]]; then
                    [[ $word == *= ]] && compopt -o nospace 2>/dev/null
                    COMPREPLY+=("$before$(printf %q "$word")")
                fi
            done
        }
        complete -o default -F _session_explorer session-explorer
        """;

    private const string ZshStart = """
        #compdef session-explorer
        # Completion of session-explorer for zsh.
        _session_explorer() {
            local command='' word
            local -a candidates
            local prev=${words[CURRENT-1]} cur=${words[CURRENT]}
            for word in "${(@)words[2,CURRENT-1]}"; do
        """;

    private const string ZshEnd = """
            if (( ! $#candidates )); then
                _files
                return
            fi
            compset -P '*,'
            if [[ $candidates[1] == *= ]]; then
                compadd -S '' -- "${candidates[@]}"
            else
                compadd -- "${candidates[@]}"
            fi
        }
        compdef _session_explorer session-explorer
        """;
}
