"""The peers of an import and of four reports, with the file and the queries of attendance_bench.py."""

import os
import subprocess
import sys
import time


class Attendance:
    """The module attendance_bench.py, which reads its arguments as it is loaded."""

    def __init__(self, source, millions, folder):
        sys.argv = [source, str(millions), str(folder)]
        space = {"__name__": "attendance_bench"}
        exec(compile(open(source).read(), source, "exec"), space)
        self.space, self.folder = space, folder
        self.csv = space["CSV"]
        if not os.path.exists(self.csv):
            space["make"]()

    def sqlite_import(self):
        """Seconds in which the sqlite3 program imports the file and makes two indexes: nothing is checked."""
        path = f"{self.folder}/peer.sqlite"
        for end in ("", "-wal", "-shm"):
            if os.path.exists(path + end):
                os.remove(path + end)
        script = (
            f"pragma journal_mode=wal;\npragma synchronous=normal;\n{self.space['TABLE']};\n.mode csv\n"
            f".import --skip 1 {self.csv} att\n" + ";\n".join(self.space["INDEXES"]) + ";\n"
        )
        started = time.perf_counter()
        subprocess.run(["sqlite3", path], input=script, text=True, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - started

    def duckdb(self):
        """A DuckDB with the file in it, and its version."""
        import duckdb

        path = f"{self.folder}/peer.duckdb"
        if os.path.exists(path):
            os.remove(path)
        link = duckdb.connect(path)
        link.execute(f"set threads={os.cpu_count()}")
        link.execute(f"create table att as select * from read_csv('{self.csv}', types={{'date':'VARCHAR'}})")
        link.execute("checkpoint")
        return link, duckdb.__version__

    def duckdb_reports(self, link):
        """For each report the best of five in milliseconds after one that is not counted, its rows and its sum."""
        out = {}
        for name, query in self.space["reports"]("duckdb").items():
            times = []
            for _ in range(6):
                started = time.perf_counter()
                rows = link.execute(query).fetchall()
                times.append(time.perf_counter() - started)
            out[name.split()[0]] = (min(times[1:]) * 1e3, len(rows), int(sum(row[-1] for row in rows)))
        return out
