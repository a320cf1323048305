WITH hits (organization_row, weight) AS (
    SELECT organization_row, 1000 FROM organization_domains WHERE domain = ?
    UNION ALL
    SELECT organization_row, 1 FROM organization_keys WHERE key IN (/*keys*/)
)
SELECT o.document
FROM (
    SELECT organization_row, sum(weight) AS weight FROM hits
    GROUP BY organization_row ORDER BY weight DESC, organization_row LIMIT ?
) best
JOIN organizations o ON o.row = best.organization_row
ORDER BY best.weight DESC, o.row
