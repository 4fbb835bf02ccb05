// Runs the table definition of docs/scale.md in ClickHouse, and compares the results with the expected results.
const fs = require('node:fs');
const path = require('node:path');
const { Session } = require('chdb');

const [folder, truth] = process.argv.slice(2);
const page = fs.readFileSync(path.join(__dirname, '../../docs/scale.md'), 'utf8');
const definition = /<!-- clickhouse -->\n```sql\n([^]*?)```/.exec(page)[1];

const session = new Session();
const run = (sql, format = 'CSV') => session.query(sql, format);
for (const statement of definition.replaceAll('/data/sessions', folder).split(';').filter(text => text.trim()))
  run(statement);

const [rows, ids] = run('SELECT count(), uniqExact(session_id) FROM sessions').trim().split(',').map(Number);
const actual = new Map(run(`
  SELECT toInt32(hour), ifNull(cdn, ''), count(), sum(watch_seconds), quantileExactInclusive(0.95)(startup_seconds)
  FROM sessions GROUP BY 1, 2`, 'JSONCompactEachRow').trim().split('\n').map(JSON.parse).map(row => [`${row[0]},${row[1]}`, row]));

let expected = 0;
let different = 0;
for (const line of fs.readFileSync(truth, 'utf8').trim().split('\n').slice(1)) {
  const [hour, cdn, count, watched, p95] = line.split(',');
  const row = actual.get(`${hour},${cdn}`) ?? [];
  expected += Number(count);
  actual.delete(`${hour},${cdn}`);
  if (Number(row[2]) !== Number(count) || Math.abs((row[3] ?? 0) - watched) > 0.001 * count || Math.abs(row[4] - p95) > 0.00001)
    different++;
}

different += actual.size;
session.cleanup();
console.log(`${rows} rows, ${ids} different sessions, ${expected} expected; ${different} of the groups by CDN and hour differ`);
process.exit(rows === expected && ids === expected && different === 0 ? 0 : 1);
