const QUOTED_OR_VALUE = /'[^']*'|"[^"]*"|\b(LIMIT|OFFSET)\s+\?|\?/gi;

/**
 * The same statement, planned once for good. SQLite built with STAT4, as better-sqlite3's is, looks at bound values
 * while it plans (`a.x = ?` in a join, `LIMIT ?`) and then plans anew at every call, which takes longer than most of
 * our statements do. It does not look behind a sign, and a limit only when it is the value itself.
 */
export function plannedOnce(sql: string): string {
  return sql.replace(QUOTED_OR_VALUE, (found, limit: string | undefined) => {
    if (found === '?') return '+?';
    return limit === undefined ? found : `${limit} 0 + ?`;
  });
}
