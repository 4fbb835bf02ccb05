namespace SessionExplorer.Reports;

/// <summary>The style sheet: light and dark, and narrow screens.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --page: #ffffff; --ink: #1c2430; --soft: #5b6675; --line: #d9dee5; --box: #f4f6f9;
                --one: #1769aa; --two: #d0662b; --limit: #b3261e; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #14181e; --ink: #e6eaf0; --soft: #9aa6b5; --line: #323a45; --box: #1d232b;
                  --one: #6db3f2; --two: #f0a06a; --limit: #ff8a80; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; background: var(--page); color: var(--ink);
               font: 16px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1rem 0 .25rem; color: var(--soft); font-weight: 600; }
        p, li { overflow-wrap: anywhere; }
        ol { padding-left: 1.5rem; }
        ol.findings > li { margin-bottom: 1rem; }
        pre { background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; margin: .4rem 0;
              font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
        .soft { color: var(--soft); font-size: .875rem; }
        .wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
        tr:last-child td { border-bottom: 0; }
        svg { display: block; width: 100%; height: auto; }
        .key { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; margin: 0 .35rem 0 0;
               vertical-align: -1px; }
        .key0 { background: var(--one); }
        .key1 { background: var(--two); margin-left: 1rem; }
        .key2 { background: var(--limit); margin-left: 1rem; }
        """;
}
