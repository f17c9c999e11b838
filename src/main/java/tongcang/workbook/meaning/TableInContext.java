package tongcang.workbook.meaning;

import tongcang.workbook.table.Table;

/** A table and what holds for all of it. */
public record TableInContext(Table table, TableContext context) {}
