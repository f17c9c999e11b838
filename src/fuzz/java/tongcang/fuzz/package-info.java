/** What the fuzz targets share: words, a place for files, laws. Each target lies beside what it drives. */
package tongcang.fuzz;
