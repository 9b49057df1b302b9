call keep_sealed('claim_version', 'content', 'content_sha256');
call keep_sealed('claim_timeline', 'detail');
call keep_sealed('claim_finding', 'overridden_because');
