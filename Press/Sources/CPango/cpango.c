#include "CPango.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

struct cpango_pdf {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoLayout *layout;
    char *family;
    GByteArray *bytes;
};

bool cpango_has_family(const char *family) {
    PangoFontFamily **families = NULL;
    int count = 0;
    bool found = false;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    for (int i = 0; i < count && !found; i++) {
        found = g_ascii_strcasecmp(pango_font_family_get_name(families[i]), family) == 0;
    }
    g_free(families);
    return found;
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length) {
    g_byte_array_append((GByteArray *)closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

cpango_pdf *cpango_open(double width, double height, const char *title, const char *family) {
    cpango_pdf *pdf = g_new0(cpango_pdf, 1);
    pdf->bytes = g_byte_array_new();
    pdf->family = g_strdup(family);
    pdf->surface = cairo_pdf_surface_create_for_stream(append, pdf->bytes, width, height);
    cairo_pdf_surface_set_metadata(pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
    pdf->cairo = cairo_create(pdf->surface);
    pdf->layout = pango_cairo_create_layout(pdf->cairo);

    // Paper has no pixels: nothing is to be rounded to them.
    PangoContext *context = pango_layout_get_context(pdf->layout);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    // Of the shapes that China, Japan and Korea give one code point, the mainland's.
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    return pdf;
}

void cpango_free(cpango_pdf *pdf) {
    g_object_unref(pdf->layout);
    cairo_destroy(pdf->cairo);
    cairo_surface_destroy(pdf->surface);
    g_byte_array_unref(pdf->bytes);
    g_free(pdf->family);
    g_free(pdf);
}

void cpango_next_page(cpango_pdf *pdf) { cairo_show_page(pdf->cairo); }

static void set_text(cpango_pdf *pdf, const char *text, double size, bool bold) {
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, pdf->family);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    // Absolute: in the units of the page, which are points, whatever resolution a screen here has.
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(pdf->layout, font);
    pango_font_description_free(font);
    pango_layout_set_single_paragraph_mode(pdf->layout, TRUE);
    pango_layout_set_text(pdf->layout, text, -1);
}

int cpango_unknown(cpango_pdf *pdf, const char *text, double size, bool bold) {
    set_text(pdf, text, size, bold);
    return pango_layout_get_unknown_glyphs_count(pdf->layout);
}

void cpango_text(cpango_pdf *pdf, const char *text, double size, bool bold, double x, double baseline, double width) {
    set_text(pdf, text, size, bold);
    PangoLayoutLine *line = pango_layout_get_line_readonly(pdf->layout, 0);
    PangoRectangle logical;
    pango_layout_line_get_extents(line, NULL, &logical);
    double natural = (double)logical.width / PANGO_SCALE;

    cairo_save(pdf->cairo);
    cairo_set_source_rgb(pdf->cairo, 0, 0, 0);
    if (natural > width && natural > 0) {
        cairo_translate(pdf->cairo, x, baseline);
        cairo_scale(pdf->cairo, width / natural, 1);
    } else {
        cairo_translate(pdf->cairo, x + (width - natural) / 2, baseline);
    }
    cairo_move_to(pdf->cairo, 0, 0);
    pango_cairo_show_layout_line(pdf->cairo, line);
    cairo_restore(pdf->cairo);
}

void cpango_line(cpango_pdf *pdf, double x1, double y1, double x2, double y2, double width) {
    cairo_set_source_rgb(pdf->cairo, 0, 0, 0);
    cairo_set_line_width(pdf->cairo, width);
    // Square ends close the corners of a table.
    cairo_set_line_cap(pdf->cairo, CAIRO_LINE_CAP_SQUARE);
    cairo_move_to(pdf->cairo, x1, y1);
    cairo_line_to(pdf->cairo, x2, y2);
    cairo_stroke(pdf->cairo);
}

void cpango_fill(cpango_pdf *pdf, double x, double y, double width, double height, double grey) {
    cairo_set_source_rgb(pdf->cairo, grey, grey, grey);
    cairo_rectangle(pdf->cairo, x, y, width, height);
    cairo_fill(pdf->cairo);
}

const char *cpango_finish(cpango_pdf *pdf, const uint8_t **bytes, size_t *count) {
    cairo_surface_finish(pdf->surface);
    cairo_status_t status = cairo_status(pdf->cairo);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(pdf->surface);
    *bytes = pdf->bytes->data;
    *count = pdf->bytes->len;
    return status == CAIRO_STATUS_SUCCESS ? NULL : cairo_status_to_string(status);
}
