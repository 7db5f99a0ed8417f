#ifndef CPANGO_H
#define CPANGO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Pango and cairo behind a few plain functions. Lengths are points from the upper left corner.
// Strings are UTF-8 without a zero byte inside.

typedef struct cpango_pdf cpango_pdf;

// Whether a family of this name is installed.
bool cpango_has_family(const char *family);

// Starts a PDF in memory. Never null; errors come out of cpango_finish.
cpango_pdf *cpango_open(double width, double height, const char *title, const char *family);

void cpango_free(cpango_pdf *pdf);

// Ends the page and begins another.
void cpango_next_page(cpango_pdf *pdf);

// How many characters of the text no installed font can draw.
int cpango_unknown(cpango_pdf *pdf, const char *text, double size, bool bold);

// Draws one run of text from x on, on its base line. A run that would be wider than width is drawn
// narrower; one that is narrower stands in the middle of it.
void cpango_text(cpango_pdf *pdf, const char *text, double size, bool bold, double x, double baseline, double width);

void cpango_line(cpango_pdf *pdf, double x1, double y1, double x2, double y2, double width);

// A filled area; grey is 0 for black, 1 for white.
void cpango_fill(cpango_pdf *pdf, double x, double y, double width, double height, double grey);

// Ends the PDF. Returns null when all went well, else what went wrong (in English, from cairo).
// The bytes belong to the PDF and live until cpango_free.
const char *cpango_finish(cpango_pdf *pdf, const uint8_t **bytes, size_t *count);

#endif
