# Completion of quotecli for fish.
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
