/** What the completion scripts of bash and zsh need beyond @bomb.sh/tab, whose scripts the other shells take as they are. */

/**
 * The whole script for bash. The library's completes neither `--flag=value` nor files, calls a function of the package
 * bash-completion, and runs what stands in the line (`$(…)`) at each Tab.
 *
 * Bash splits words at the characters of COMP_WORDBREAKS ("--reps=march=12" is five words): they are joined again for
 * the program, and what stands before the last split is taken off its answers. Bash 3.2, which macOS has, knows no
 * `compopt`: it puts a space behind every value.
 */
export const BASH_SCRIPT = `# bash completion for unwind
__unwind_complete() {
    local rest=\${COMP_LINE:0:COMP_POINT} word out line value i words=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=\${COMP_WORDS[i]}
        if [[ $i -eq 0 || $rest == [[:space:]]* ]]; then
            rest=\${rest#"\${rest%%[![:space:]]*}"}
            words+=("")
        fi
        word=\${word:0:\${#rest}}
        words[\${#words[@]} - 1]+=$word
        rest=\${rest:\${#word}}
    done
    words=("\${words[@]//[\\"\\'\\\\\\\\]/}")

    local typed=\${words[\${#words[@]} - 1]} flag='' split=''
    if [[ $typed == --*=* ]]; then flag=\${typed%%=*}=; fi
    if [[ $COMP_WORDBREAKS == *=* && $typed == *=* ]]; then split=\${typed%"\${typed##*=}"}; fi

    out=$(unwind complete -- "\${words[@]:1}" 2> /dev/null) || return
    local directive=\${out##*:}
    COMPREPLY=()
    while IFS= read -r line; do
        value=$flag\${line%%$'\\t'*}
        if [[ $line != :* && -n $line ]]; then COMPREPLY+=("\${value#"$split"}"); fi
    done <<< "$out"
    if ((directive & 2)); then compopt -o nospace; fi 2> /dev/null
    if ((!(directive & 4))); then compopt -o default; fi 2> /dev/null
}
complete -F __unwind_complete unwind
`;

/**
 * What stands before the library's script for zsh: a profile without completion (a new one) has it loaded first. The first
 * line says what the file completes, should it be put into a folder of \`$fpath\`.
 */
export const ZSH_HEAD = `#compdef unwind
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
`;
