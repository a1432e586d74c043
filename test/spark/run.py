# SPDX-License-Identifier: Apache-2.0
"""Runs a statement over a cohort on Apache Spark, two executors: run.py <cohort.parquet> <statement.sql> <out.ndjson>."""
import json
import sys

from pyspark.sql import SparkSession

cohort, statement, out = sys.argv[1:4]
spark = (
    SparkSession.builder.master("local-cluster[2,1,1024]")
    .appName("heliotrope")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.sql.shuffle.partitions", "2")
    # A thousand wide expressions over few rows: compiling them takes longer than reading them out.
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
spark.read.parquet(cohort).repartition(2).createOrReplaceTempView("cohort")
with open(statement, encoding="utf-8") as file:
    rows = spark.sql(file.read().rstrip().rstrip(";")).collect()
with open(out, "w", encoding="utf-8") as file:
    for row in sorted(rows, key=lambda row: row["id"]):
        file.write(json.dumps(row.asDict()) + "\n")
# Executors are those that registered, beside the driver.
executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
print(json.dumps({"executors": executors, "spark": spark.version}))
spark.stop()
