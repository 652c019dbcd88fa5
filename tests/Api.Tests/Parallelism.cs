// Each fixture has a server, a database and a clock of its own.
[assembly: Parallelizable(ParallelScope.Fixtures)]
