-- What waits for somebody's age names the feature that goes on with it: `{feature}:{data}`. Until now requests wrote their data
-- alone, and trust two words of its own.
UPDATE age_wishes SET wish = 'tru:' || wish WHERE wish IN ('willing', 'acquaint');
UPDATE age_wishes SET wish = 'req:' || wish WHERE wish NOT LIKE 'act:%' AND wish NOT LIKE 'tru:%';
