// Stands in for stylesheets, fonts and pictures, which jest does not load.
module.exports = {};
