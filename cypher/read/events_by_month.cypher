// Events by month
// How many events of each kind took place in each month.
// $type (label, default null): one event label, such as Meeting; null for all
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: month, type, events (how many), intensity (mean)
MATCH (e:Event)
WHERE e.start >= date(coalesce($from, '0001-01-01')) AND e.start <= date(coalesce($to, '9999-12-31'))
  AND e.status = 'actual' AND ($type IS NULL OR e.type = $type)
RETURN date.truncate('month', e.start) AS month, e.type AS type, count(e) AS events, round(avg(e.intensity), 2) AS intensity
ORDER BY month, type
LIMIT $limit
