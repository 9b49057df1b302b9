-- Records of treatment for a substance use disorder are only for callers who may see them (42 CFR Part 2).
alter table encounter add column part2 boolean not null default false;
call guard_part2('encounter');
